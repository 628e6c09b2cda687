"""Things are where they are: not on you, not lying here, and none that the author has not made."""

from __future__ import annotations

import pytest

from game.story.guarding.chinese.whereabouts import mislaid
from tests.story.guarding.stage import CHINESE, reason_of


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "你手里那把铁钥匙凉得像冰。"),
        ((), "水槽边上搁着那把铁钥匙。"),
        ((), "水槽边上靠着一把折刀。"),
        ((), "地上丢着一封封好的信。"),
        (("把信给琼",), "封好的信还在你怀里。"),
    ],
)
def test_a_thing_that_is_not_there(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(mislaid, sentence, *commands, world=CHINESE) == "thing"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "水槽边上没有铁钥匙。"),
        ((), "封好的信在你怀里沙沙响。"),
        ((), "你脚上的靴子湿透了。"),
        ((), "远远传来一声汽笛。"),
        (("把信给琼",), "琼膝上搁着封好的信。"),
    ],
)
def test_a_thing_that_is_there_or_only_spoken_of(commands: tuple[str, ...], sentence: str) -> None:
    assert not reason_of(mislaid, sentence, *commands, world=CHINESE)


def test_a_measure_before_a_name_is_part_of_it() -> None:
    assert reason_of(mislaid, "把你手上那把铁钥匙放下。", world=CHINESE, speaker="joan") == "thing"
