"""Texts as clauses, and the orders their words may come in."""

from __future__ import annotations

import pytest

from game.story.rewording.clauses import clauses_of, orders_of, pieces_of


def said(text: str, language: str = "en") -> list[str]:
    return [" ".join(each.words) for each in clauses_of(text, language)]


def orders(text: str, language: str = "en") -> set[str]:
    (only,) = clauses_of(text, language)
    return {(" " if language == "en" else "").join(each) for each in orders_of(only, language)}


def test_clauses_end_where_a_text_pauses_and_where_it_only_joins() -> None:
    text = "Fog lies on the water; a bell rings, and gulls cry."
    assert said(text) == ["fog lies on the water", "the bell rings", "gulls cry"]


def test_what_only_says_where_is_of_the_clause_it_stands_beside() -> None:
    assert said("In the rigging, gulls scream. A cat sleeps, under the stove.") == [
        "gulls scream in the rigging",
        "the cat sleeps under the stove",
    ]
    assert len(pieces_of("In the rigging, gulls scream.", "en")) == 2


@pytest.mark.parametrize(
    ("rest", "link"),
    [
        (". Its wheels are red.", "after"),
        (". By the stove, it would burn.", "after"),
        (" and rusts.", "after"),
        (", full of slate.", "beside"),
        (", and a cat sleeps.", "free"),
        (". A cat sleeps.", "free"),
    ],
)
def test_what_points_back_or_hangs_on_another_is_linked(rest: str, link: str) -> None:
    assert [each.link for each in clauses_of(f"A truck stands here{rest}", "en")] == ["free", link]


def test_in_chinese_what_follows_a_comma_stays_behind_it() -> None:
    assert [each.link for each in clauses_of("两条毛巾晾在绳子上，已经干了。", "zh")] == ["free", "after"]


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


def test_numbers_are_words() -> None:
    assert said("12 steps.") == ["12 steps"]
    assert "12" in said("12级台阶。", "zh")[0]
