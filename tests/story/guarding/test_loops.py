"""A sentence does not turn on the spot, nor say again what was said."""

from __future__ import annotations

import pytest

from game.story.guarding.loops import looping
from game.story.guarding.said import Said
from tests.story.guarding.stage import CHINESE, ENGLISH, moment_of, reason_of, why


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "The wheel turns, and the wheel turns, and the wheel turns again."),
        ((), "The water falls and the wheel turns and the water falls and the wheel turns."),
        ((), "Still is the yard, and in the still of the yard it is still, as still as a yard."),
    ],
)
def test_an_english_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(looping, sentence, *commands, world=ENGLISH) == "loop"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "The wheel turns, and the water under it turns white."),
        ((), "Stone by stone the wall goes down, and stone by stone it is built."),
    ],
)
def test_an_english_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=ENGLISH)


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "水轮转着，水轮转着，水轮还在转着。"),
    ],
)
def test_a_chinese_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(looping, sentence, *commands, world=CHINESE) == "loop"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "水轮转着，底下的水翻成白的。"),
    ],
)
def test_a_chinese_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=CHINESE)


def test_what_was_said_in_hardly_other_words_is_held_back() -> None:
    moment = moment_of()
    shown = ("The wheel turns slowly over the dark water under the yard.",)
    assert looping(moment, Said("Over the dark water under the yard the wheel turns.", moment.lexicon, shown))
