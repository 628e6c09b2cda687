"""Statements, wishes and names alone that are commands, and those that are only remarks."""

from __future__ import annotations

import pytest

from tests.story.understanding.cottage import done, meant


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("the letter goes in the basket", "put letter basket"),
        ("letter into basket", "put letter basket"),
        ("the lamp is coming with me", "take lamp"),
        ("the lamp, please", "take lamp"),
        ("give me the lamp", "take lamp"),
        ("could I have the lamp", "take lamp"),
        ("Rose, pass me the lamp", "take lamp"),
        ("here is a letter for you", "give letter rose"),
        ("letter for you, Rose", "give letter rose"),
        ("you can have the letter", "give letter rose"),
        ("actually here, have the letter, Rose", "give letter rose"),
        ("parlour!", "go in"),
        ("to the dark wood", "go north"),
        ("off to the wood then", "go north"),
    ],
)
def test_less_than_a_verb_is_enough(words: str, action: str) -> None:
    assert meant(words) == action


@pytest.mark.parametrize("words", ["the lamp goes out", "the king goes on the throne", "the lamp", "to the moon"])
def test_a_remark_commands_nothing(words: str) -> None:
    assert meant(words) == "-"


@pytest.mark.parametrize(
    ("words", "action"), [("hat off", "remove hat"), ("lamp on", "light lamp"), ("the lamp alight", "light lamp")]
)
def test_how_a_thing_is_to_be_is_enough(words: str, action: str) -> None:
    assert meant(words, "take the hat", "wear the hat", "take the lamp") == action


@pytest.mark.parametrize("words", ["hat on", "the king off", "jar open"])
def test_a_thing_that_cannot_be_so_is_left_as_it_is(words: str) -> None:
    assert meant(words, "take the hat", "wear the hat") == "-"


def test_both_things_are_taken_by_their_number_alone() -> None:
    assert done("both jars please") == ["take red_jar", "take blue_jar"]


def test_a_deed_is_said_once_for_two_things() -> None:
    assert done("look at the lamp, then the basket") == ["examine lamp", "examine basket"]
