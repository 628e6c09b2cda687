"""What a phrase is made of."""

from __future__ import annotations

import pytest

from game.story.sentences import sentences_for
from game.story.understanding.pieces import name_book, name_words, pieces_of, small_book
from game.story.understanding.tokens import tokens

EN = sentences_for("en")
NAMED = [("lamp", ["brass lamp"]), ("key", ["brass key"]), ("bin", ["bread bin"]), ("letters", ["bundle of letters"])]
BOOK = name_book(NAMED, name_words(EN))


def kinds(words: str) -> list[str]:
    """Return the kinds of pieces in words."""
    return [piece.kind for piece in pieces_of(tokens(words), BOOK, small_book(EN))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the brass lamp", ["small", "name"]),
        ("brass", ["part"]),
        ("the lantern", ["small", "alike"]),
        ("lamp and key", ["part", "and", "part"]),
        ("lamp from the moon", ["part", "from", "small", "unknown"]),
        ("it", ["it"]),
        ("bundle of letters", ["name"]),
    ],
)
def test_names_come_before_small_words_and_the_longest_before_the_rest(words: str, expected: list[str]) -> None:
    assert kinds(words) == expected


def test_a_word_of_several_names_means_all_of_them() -> None:
    assert BOOK[("brass",)].ids == {"lamp", "key"}


def test_a_name_is_known_in_the_other_number_too() -> None:
    assert BOOK[("brass", "lamps")].ids == {"lamp"}
