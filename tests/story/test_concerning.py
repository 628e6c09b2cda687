"""Which telling words are about, by the words they share with it."""

from __future__ import annotations

import pytest

from game.story.concerning import LITTLE, MUCH, told_of
from game.story.sentences import sentences_for

ENGLISH = sentences_for("en")
TOLD = (
    ("miller", "The miller was drunk the night the mill burned."),
    ("ford", "Red rags mark a safe way over the ford when the river is low."),
    ("priest", "The priest counts the candles every night."),
)


def about(words: str, *, least: float = LITTLE) -> str:
    return told_of(ENGLISH, words, TOLD, least=least)


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("was he really drunk, that man of yours?", "miller"),
        ("is there any safe way to cross?", "ford"),
        ("how many candles has he got", "priest"),
    ],
)
def test_words_are_about_what_tells_of_them_alone(words: str, topic: str) -> None:
    assert about(words) == topic


@pytest.mark.parametrize(
    "words", ["what happened that night?", "is the king well?", "who are you?", "磨坊主喝醉了吗？"]
)
def test_what_several_tell_of_or_none_is_about_nothing(words: str) -> None:
    assert about(words) == ""


def test_one_word_is_little_and_two_are_much() -> None:
    assert about("the candles?", least=MUCH) == ""
    assert about("does the priest count candles?", least=MUCH) == "priest"
