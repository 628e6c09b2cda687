"""What of a model's texts can stand where an author's did."""

from __future__ import annotations

import pytest

from game.story.guard import Vocabulary
from game.story.rewording.candidates import can_be_retold, is_retold, proper_words, retelling_words, usable_retellings
from tests.kit import inn

NO_NAMES = Vocabulary(frozenset(), frozenset())
TEXT = "Mira sits by the stove. A kettle steams on it. The cat sleeps."
NAMES = frozenset({"mira"})


def usable(*texts: str) -> list[str]:
    return usable_retellings(texts, TEXT, NO_NAMES, NAMES)


def test_another_order_is_usable() -> None:
    told = "The cat sleeps. By the stove sits Mira. On it steams a kettle."
    again = "The cat sleeps. By the stove sits Mira. A kettle steams on it."
    assert usable(f' "{again}" ', told) == [again]


@pytest.mark.parametrize(
    "told",
    [
        TEXT,
        "the cat sleeps. By the stove sits Mira. A kettle steams on it.",
        "The cat sleeps. By the stove sits mira. A kettle steams on it.",
        "The cat sleeps. By the stove sits Mira. A kettle steams on it",
        "The Cat sleeps, and by the Stove sits Mira. A kettle steams on it.",
        "By the stove sits Mira. A kettle steams on it. “The cat sleeps.”",
    ],
)
def test_what_is_the_same_or_badly_put_is_not(told: str) -> None:
    assert usable(told) == []


def test_what_is_closed_is_not_said_again() -> None:
    closed = Vocabulary(frozenset(), frozenset({"kettle"}))
    told = "The cat sleeps. By the stove sits Mira. A kettle steams on it."
    assert usable_retellings([told], TEXT, closed, NAMES) == []


@pytest.mark.parametrize(
    ("told", "is_told"),
    [
        ("The cat sleeps. By the stove", False),
        ("The cat sleeps. By the stove sits Mira. A kettle steams on it", False),
        ("The cat sleeps. By the stove sits Mira, and a kettle steams on it.", True),
        ("The cat sleeps. By the stove sits Mira. A kettle steams on it and on", True),
    ],
)
def test_a_retelling_is_told_once_it_has_as_many_words_as_the_text(told: str, is_told: bool) -> None:
    assert is_retold(told, text=TEXT, language="en") is is_told


def test_a_model_is_held_to_the_authors_words_and_a_few_that_join_them() -> None:
    words = retelling_words("Mira sits by a stove.", NAMES, "en")
    assert words == {"Mira", "sits", "by", "a", "stove", "and", "the"}
    assert retelling_words("米拉坐在炉边。", (), "zh") == frozenset()


@pytest.mark.parametrize(
    ("text", "can"),
    [
        (TEXT, True),
        ("A bed.", False),
        ("The room smells of beer.", False),
        ("In the room there is a smell of beer.", True),
        ("Rain falls everywhere all day long.", False),
        ("“We are full,” says Anna by the stove.", False),
        (" ".join(["A lamp hangs on the wall."] * 11), False),
        (", ".join(["A lamp", *(["a lamp"] * 15)]) + ".", False),
    ],
)
def test_only_a_short_text_with_an_order_to_change_is_told_again(text: str, can: bool) -> None:
    assert can_be_retold(text, NO_NAMES) is can


def test_the_words_of_names_have_a_capital_wherever_they_stand() -> None:
    assert proper_words(inn()) == {"anna"}
