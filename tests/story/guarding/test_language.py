"""A telling is in the language of its world, unspoilt."""

from __future__ import annotations

import pytest

from game.story.guarding.language import foreign
from tests.story.guarding.stage import CHINESE, ENGLISH, reason_of, why


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "The wheel turns und turns."),
        ((), "Колесо turns."),
        ((), "The wheel turns â€” slowly."),
    ],
)
def test_an_english_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(foreign, sentence, *commands, world=ENGLISH) == "language"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "The wheel turns — slowly, as if it were naïve."),
    ],
)
def test_an_english_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=ENGLISH)


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "水轮 turns slowly。"),
        ((), "水輪轉著。"),
        ((), "水轮がまわる。"),
    ],
)
def test_a_chinese_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(foreign, sentence, *commands, world=CHINESE) == "language"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "水轮上漆着一个7字。"),
    ],
)
def test_a_chinese_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=CHINESE)
