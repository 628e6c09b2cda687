"""A telling is of you and now, a line of the one who speaks."""

from __future__ import annotations

import pytest

from game.story.guarding.voice import misvoiced
from tests.story.guarding.stage import CHINESE, ENGLISH, reason_of, why


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "I look at the wheel."),
        ((), "The surveyor looks at the wheel."),
        ((), "The wheel turned and the water fell."),
        ((), "You walked across the yard."),
        ((), "Joan looked up from her sack."),
        ((), "The wheel creaked, and the water dripped from it."),
        ((), "You had seen the wheel before it stopped."),
        (("go in", "go up", "take iron key"), "They take the iron key from its nail."),
        (("go in",), "He looks at the two stones."),
    ],
)
def test_an_english_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(misvoiced, sentence, *commands, world=ENGLISH) == "person"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (("talk to joan",), "Joan wipes her hands and says that the mill is hers."),
        (("talk to joan",), "She shrugs and points at the wheel."),
        (("talk to joan",), "Joan only laughed, and went on with the sack."),
    ],
)
def test_an_english_line_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(misvoiced, sentence, *commands, world=ENGLISH, speaker="joan") == "person"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "Somebody mended this wheel once, and did it badly."),
        ((), "Joan looks up, and she has flour to her elbows."),
        ((), "Bram was a carter, and a slow one."),
        (("go in",), "He dressed the stones for nineteen years, and now they are still."),
        ((), "Nine sacks, worked by hand, with a cord sewn into each."),
    ],
)
def test_an_english_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=ENGLISH)


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "我看着水轮。"),
        ((), "测量员看着水轮。"),
        (("往里",), "他看着两块磨石。"),
    ],
)
def test_a_chinese_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(misvoiced, sentence, *commands, world=CHINESE) == "person"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (("和琼说话",), "琼擦了擦手，说磨坊是她的。"),
    ],
)
def test_a_chinese_line_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(misvoiced, sentence, *commands, world=CHINESE, speaker="joan") == "person"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (("和琼说话",), "我擦了手再和你说。"),
    ],
)
def test_a_chinese_line_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=CHINESE, speaker="joan")
