"""Nobody does anything where nobody is, the dead least of all."""

from __future__ import annotations

import pytest

from game.loader.load import parse_world
from game.story.guarding.people import absent
from tests.story.guarding.stage import MILL_ZH, reason_of

LORE = '[[lore]]\nwhen = "place(letter) == joan"\ntext = "车夫布兰·卡罗多年前淹死在水轮底下。"\n'
WORLD = parse_world(MILL_ZH.replace("[[lore]]\nwhen", f"{LORE}[[lore]]\nwhen", 1), name="mill.zh.toml")


@pytest.mark.parametrize(
    "sentence",
    ["布兰坐在磨石上，朝你招手。", "他抬起头来看着你。", "一个瘦小的账房先生打着哈欠。", "有人在磨石后面咳嗽。"],
)
def test_somebody_who_cannot_be_there(sentence: str) -> None:
    assert reason_of(absent, sentence, "往里", world=WORLD) == "absent"


@pytest.mark.parametrize("sentence", ["磨石上刻着布兰的名字。", "一只猫从磨石后面走出来。", "你抬起头来。"])
def test_nobody_acts(sentence: str) -> None:
    assert not reason_of(absent, sentence, "往里", world=WORLD)
