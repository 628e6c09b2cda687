"""What is closed is not told until it is open."""

from __future__ import annotations

import pytest

from game.story.guarding.secrets import betrayed
from tests.story.guarding.stage import CHINESE, ENGLISH, reason_of, why


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "She thinks of the insurance, and looks at the wheel."),
        ((), "It was Joan herself who set the granary on fire."),
        ((), "It was the miller herself who set the granary on fire."),
    ],
)
def test_an_english_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(betrayed, sentence, *commands, world=ENGLISH) == "secret"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "Joan has flour to her elbows."),
        (("give letter to joan",), "It was Joan herself who set the granary on fire."),
    ],
)
def test_an_english_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=ENGLISH)


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "琼想着那笔保险金。"),
        ((), "谷仓是她自己放火烧掉的。"),
    ],
)
def test_a_chinese_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(betrayed, sentence, *commands, world=CHINESE) == "secret"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (("把信给琼",), "谷仓是她自己放火烧掉的。"),
    ],
)
def test_a_chinese_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=CHINESE)
