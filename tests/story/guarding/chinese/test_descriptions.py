"""What the author says of a thing is not told as its contrary, in another number, or as none."""

from __future__ import annotations

import pytest

from game.loader.load import parse_world
from game.story.guarding.chinese.descriptions import contradicts
from game.story.guarding.said import Said
from tests.story.guarding.stage import MILL_ZH, moment_of

LOOK = 'look = "封皮上有三行字，笔笔分明。背面四十三个墨点，有人拿针扎过。"'
WORLD = parse_world(MILL_ZH.replace('aliases = ["信"]', f'aliases = ["信"]\n{LOOK}'), name="mill.zh.toml")


def _contrary(sentence: str) -> str:
    moment = moment_of("细看信", world=WORLD)
    return contradicts(moment, Said(sentence, moment.lexicon))


@pytest.mark.parametrize(
    "sentence",
    [
        "信上的字糊成了一片。",
        "封皮上只有五行字。",
        "背面数下来三十九个墨点。",
        "信上一个墨点也没有。",
        "信上没有人动过针。",
        "信不见了。",
        "封皮上写着“海鸥旅馆”。",
    ],
)
def test_a_contrary(sentence: str) -> None:
    assert _contrary(sentence)


@pytest.mark.parametrize("sentence", ["三行字，清清楚楚。", "四十三个墨点，一个也没有少。", "信纸有些发黄。"])
def test_no_contrary(sentence: str) -> None:
    assert not _contrary(sentence)
