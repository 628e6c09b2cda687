"""What a world avoids and what is worn out is held back; other words are not."""

from __future__ import annotations

import pytest

from game.story.guarding.stock import banned
from tests.story.guarding.stage import CHINESE, ENGLISH, reason_of, why


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "The wheel is as old as time."),
        ((), "The yard is a testament to neglect."),
    ],
)
def test_an_english_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(banned, sentence, *commands, world=ENGLISH) == "banned"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "The old wheel keeps its own time."),
    ],
)
def test_an_english_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=ENGLISH)


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "院子里一派岁月静好。"),
        ((), "空气中弥漫着一种难以言喻的气息。"),
    ],
)
def test_a_chinese_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(banned, sentence, *commands, world=CHINESE) == "banned"
