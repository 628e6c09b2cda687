"""What was refused is not told as done, nor what was done as refused."""

from __future__ import annotations

import pytest

from game.story.guarding.results import opposed
from tests.story.guarding.stage import CHINESE, ENGLISH, reason_of, why


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (("go north",), "The gate swings open, and you step out into the lane."),
        (("take stone trough",), "The trough comes up into your arms as if it weighed nothing."),
        (("give letter to joan",), "Joan shakes her head and pushes the letter back to you."),
        (("give letter to joan",), "Joan opens the letter at once."),
        (("go in", "go up", "take iron key"), "The iron key stays where it is, rusted to its nail."),
    ],
)
def test_an_english_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(opposed, sentence, *commands, world=ENGLISH) == "opposite"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (("go north",), "The gate stays shut."),
        (("give letter to joan",), "Joan turns the letter over, and leaves the seal as it is."),
        (("go in", "go up", "take iron key"), "The key comes away with a little dust on it."),
    ],
)
def test_an_english_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=ENGLISH)


ASKING = ("give letter to joan", "ask joan about the fire")


@pytest.mark.parametrize("sentence", ["I'll not speak of that.", "I cannot say.", "That is no business of yours."])
def test_a_line_that_will_not_tell_what_is_told_is_held_back(sentence: str) -> None:
    assert reason_of(opposed, sentence, *ASKING, world=ENGLISH, speaker="joan") == "opposite"


@pytest.mark.parametrize("sentence", ["I lit it myself.", "I can't say how it spread so fast."])
def test_a_line_that_tells_it_is_let_through(sentence: str) -> None:
    assert not reason_of(opposed, sentence, *ASKING, world=ENGLISH, speaker="joan")


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (("往北",), "院门应声开了，你走进小路。"),
        (("拿水槽",), "水槽一下子给你端了起来。"),
        (("把信给琼",), "琼摇了摇头，把信推了回来。"),
        (("把信给琼",), "琼不肯接那封信。"),
        (("往里", "往上", "拿铁钥匙"), "铁钥匙拔不出来，还钉在墙上。"),
    ],
)
def test_a_chinese_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(opposed, sentence, *commands, world=CHINESE) == "opposite"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (("往北",), "院门锁着，推不开。"),
        (("把信给琼",), "琼把信接过去，看也没看。"),
    ],
)
def test_a_chinese_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=CHINESE)
