"""Narration holds no speech and no thoughts; a line is the speaker's own."""

from __future__ import annotations

import pytest

from game.story.guarding.others import others_words
from tests.story.guarding.stage import CHINESE, ENGLISH, reason_of, why


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), '"Mind the wheel," says Joan.'),
        ((), "Joan wonders what you want of her."),
        ((), "Joan hopes that it will rain."),
        ((), "Joan is almost glad of the company."),
        ((), 'Joan looks at the wheel and says: "It has stopped.'),
        ((), "So it has stopped, murmurs the miller, and threads her needle."),
    ],
)
def test_an_english_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(others_words, sentence, *commands, world=ENGLISH) == "other"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (("talk to joan",), "Two coins over the river and two back, that is my price."),
        (("talk to joan",), "I am Piet, and I row."),
        (("talk to joan",), "As the ferryman I must ask you for two coins."),
        (("talk to joan",), 'Ask him yourself. Piet laughs and says, "Not me."'),
    ],
)
def test_an_english_line_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(others_words, sentence, *commands, world=ENGLISH, speaker="joan") == "other"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "Joan says something that the wheel drowns."),
        ((), "The wheel stops for a moment, and thinks better of it."),
        ((), 'Over the door somebody has painted "FLOUR" in white.'),
    ],
)
def test_an_english_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=ENGLISH)


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (("talk to joan",), "I grind it fine or I don't grind it at all."),
        (("talk to joan",), "Piet rows, and I grind, and neither of us gets rich."),
    ],
)
def test_an_english_line_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=ENGLISH, speaker="joan")


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "琼说：“小心水轮。”"),
        ((), "琼心里盼着下雨。"),
    ],
)
def test_a_chinese_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(others_words, sentence, *commands, world=CHINESE) == "other"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (("和琼说话",), "过河两个铜板，回来也是两个铜板。"),
        (("和琼说话",), "我是皮特，我划船。"),
    ],
)
def test_a_chinese_line_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(others_words, sentence, *commands, world=CHINESE, speaker="joan") == "other"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "门上漆着“面粉”两个大字。"),
    ],
)
def test_a_chinese_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=CHINESE)


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (("和琼说话",), "我磨我的面，别的不管。"),
    ],
)
def test_a_chinese_line_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=CHINESE, speaker="joan")
