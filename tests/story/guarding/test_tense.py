"""What is told as past is told from what was before."""

from __future__ import annotations

import pytest

from game.story.guarding.lexicon import lexicon_of
from game.story.guarding.tense import is_past, is_told_as_past

EN = lexicon_of("en")


@pytest.mark.parametrize("word", ["walked", "took", "was", "stood"])
def test_a_verb_in_the_past(word: str) -> None:
    assert is_past(EN, word)


@pytest.mark.parametrize("word", ["walks", "takes", "is", "stands", "here"])
def test_a_word_that_is_none(word: str) -> None:
    assert not is_past(EN, word)


def test_verbs_of_the_past_alone_tell_of_the_past() -> None:
    assert is_told_as_past(EN, "the wheel stood and the water fell.")


def test_one_verb_of_now_makes_the_past_a_memory() -> None:
    assert not is_told_as_past(EN, "the wheel stood for a year, and now it turns.")


def test_what_a_thing_did_is_told_from_what_was_done_to_it() -> None:
    assert is_told_as_past(EN, "the wheel creaked in the dark.")
    assert not is_told_as_past(EN, "a wheel cracked by the frost.")


@pytest.mark.parametrize(
    "sentence",
    [
        "there was only one way to know.",
        "they were out at sea and could not see it.",
        "you could hear it, and it was near.",
    ],
)
def test_a_verb_without_a_subject_of_its_own_is_none_of_now(sentence: str) -> None:
    assert is_told_as_past(EN, sentence)


def test_a_plural_may_do_something_now() -> None:
    assert not is_told_as_past(EN, "your hands stay as they were.")


@pytest.mark.parametrize("word", ["need", "weed", "indeed"])
def test_a_word_in_ed_may_be_none(word: str) -> None:
    assert not is_past(EN, word)


def test_what_somebody_did_is_a_memory() -> None:
    assert not is_told_as_past(EN, "somebody broke this wheel.")


def test_what_the_past_is_told_of_is_no_verb_of_now() -> None:
    assert is_told_as_past(EN, "the steps were wet, and a lamp hung over them.")
