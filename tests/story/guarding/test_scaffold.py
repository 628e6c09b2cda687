"""Nothing of a prompt, of markup or of talk about the text comes through."""

from __future__ import annotations

import pytest

from game.story.guarding.scaffold import leaked
from tests.story.guarding.stage import CHINESE, ENGLISH, reason_of, why


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "Narrator: the wheel turns."),
        ((), "**The wheel turns.**"),
        ((), "What will you do?"),
        ((), "As an AI, I cannot see the wheel."),
        ((), "The wheel turns. (Joan is wary but kind.)"),
    ],
)
def test_an_english_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(leaked, sentence, *commands, world=ENGLISH) == "scaffold"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "Cobbles, a trough, a wheel: that is the yard."),
        ((), "There is one thing to note: the wheel turns."),
        ((), "There is a slate for whoever has sacks to write in."),
    ],
)
def test_an_english_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=ENGLISH)


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "旁白：水轮转着。"),
        ((), "请选择下一步：看水轮，或者看水槽。"),
        ((), "好的，以下是叙述。"),
    ],
)
def test_a_chinese_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(leaked, sentence, *commands, world=CHINESE) == "scaffold"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "鹅卵石，水槽，水轮，院子就是这些。"),
    ],
)
def test_a_chinese_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=CHINESE)
