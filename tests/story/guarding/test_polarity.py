"""What the author says is not denied, what the author denies not said, and what is counted is counted alike."""

from __future__ import annotations

import pytest

from game.loader.load import parse_world
from game.rules.world import World
from game.story.guarding.polarity import opposite_of
from game.story.guarding.said import Said
from tests.story.guarding.stage import MILL, MILL_ZH, moment_of

LOOK = 'look = "It is sealed."'
SAYS = 'look = "The seal does not break. Three lines stand on the cover, and the letter lies unopened."'
ENGLISH = parse_world(MILL.replace(LOOK, SAYS), name="mill.toml")
CHINESE = parse_world(
    MILL_ZH.replace('aliases = ["信"]', 'aliases = ["信"]\nlook = "封口没有裂开，封皮上有三行字。"'),
    name="mill.zh.toml",
)


def _opposite(sentence: str, world: World = ENGLISH) -> str:
    moment = moment_of("examine letter" if world is ENGLISH else "细看信", world=world)
    return opposite_of(moment, Said(sentence, moment.lexicon))


@pytest.mark.parametrize(
    "sentence",
    [
        "The seal breaks under your thumb.",
        "Two lines stand on the cover.",
        "The letter lies opened before you.",
        "There are no lines on the cover.",
    ],
)
def test_a_sentence_that_says_the_opposite(sentence: str) -> None:
    assert _opposite(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The seal is whole, and it does not break.",
        "Three lines, and a seal.",
        "The letter stays unopened.",
        "There is no name on the cover.",
    ],
)
def test_a_sentence_that_does_not(sentence: str) -> None:
    assert not _opposite(sentence)


def test_in_chinese_what_is_denied_is_not_said() -> None:
    assert _opposite("封口在你手里裂开了。", CHINESE)
    assert not _opposite("封口没有裂开，还是好好的。", CHINESE)
