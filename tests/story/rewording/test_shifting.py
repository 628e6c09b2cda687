"""What of a sentence can change its place."""

from __future__ import annotations

import pytest

from game.story.rewording.sentence import sentence_of
from game.story.rewording.shifting import share_words, shifted


def ways(text: str) -> set[str]:
    return set(map(str, shifted(sentence_of(text, {"mira"}, "en"), "en")))


def test_what_says_where_comes_first_and_the_verb_may_turn() -> None:
    assert ways("Mira waits on the wall.") == {"On the wall Mira waits.", "On the wall waits Mira."}


def test_what_says_where_first_comes_last() -> None:
    assert ways("On the wall hangs a bell.") == {"A bell hangs on the wall."}
    assert ways("In the rigging, a bell hangs.") == {"A bell hangs in the rigging."}


def test_two_parts_are_exchanged() -> None:
    assert "A coat is new, and the door is locked." in ways("The door is locked, and a coat is new.")
    assert "Rimmed with crust, a pool sleeps." in ways("A pool sleeps, rimmed with crust.")


@pytest.mark.parametrize(
    "text",
    [
        "The cat watches the dog.",
        "A room with a slit.",  # a phrase that belongs to its word, for all that can be known
        "Ledgers stand shoulder to shoulder.",
        "The street is still under water.",
        "A lamp hangs on the hook and nail.",
        "Nets, ropes, and a lamp hang on the wall.",
        "Look: a bell hangs on the wall.",
    ],
)
def test_nothing_else_is_moved(text: str) -> None:
    assert ways(text) == set()


def test_what_is_named_again_is_shared() -> None:
    bell, rope = [("a", "bell", "hangs")], [("the", "rope", "of", "the", "bell")]
    assert share_words(bell, rope, "en")
    assert share_words(bell, [("bells", "are", "loud")], "en")
    assert not share_words(bell, [("the", "rope", "hangs")], "en")
