"""The orders that the words of a clause may come in."""

from __future__ import annotations

import pytest

from game.story.rewording.clauses import clauses_of
from game.story.rewording.orders import orders_of


def orders(text: str, language: str = "en") -> set[str]:
    (only,) = clauses_of(text, language)
    return {(" " if language == "en" else "").join(each) for each in orders_of(only, language)}


def test_what_says_where_may_come_first_and_a_verb_turn_then() -> None:
    assert orders("A bell hangs from the end of a post.") == {
        "the bell hangs from the end of the post",
        "from the end of the post the bell hangs",
        "from the end of the post hangs the bell",
    }


def test_what_says_where_may_come_last() -> None:
    assert orders("On the wall hangs a bell.") == {"on the wall hangs the bell", "the bell hangs on the wall"}
    assert "the cat scratches the door in the yard" in orders("In the yard the cat scratches the door.")


@pytest.mark.parametrize(
    "text",
    [
        "The door is locked.",
        "The cat watches the dog.",
        "A fire that burns at the edges simmers over wood.",
        "Through the window, there is a place where a lamp was.",
        "The shutters are down.",
    ],
)
def test_nothing_else_is_moved(text: str) -> None:
    assert len(orders(text)) == 1


def test_in_chinese_a_verb_of_being_somewhere_has_either_side_first() -> None:
    assert orders("灶屋的墙上挂着一只铜盆。", "zh") == {"灶屋的墙上挂一只铜盆", "一只铜盆挂灶屋的墙上"}
    assert len(orders("桥板不是新的。", "zh")) == 1
