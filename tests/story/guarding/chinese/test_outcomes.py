"""A refused deed is not told as done, nor a done one as failed, broken, given back or left where it was."""

from __future__ import annotations

import pytest

from game.story.guarding.chinese.outcomes import told_otherwise
from game.story.guarding.said import Said
from tests.story.guarding.stage import CHINESE, moment_of

TAKEN = ("往里", "往上", "拿铁钥匙")
GIVEN = ("把信给琼",)


def _told(sentence: str, commands: tuple[str, ...]) -> str:
    moment = moment_of(*commands, world=CHINESE)
    return next(told_otherwise(moment, Said(sentence, moment.lexicon)), "")


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (("往北",), "你一推，院门就开了。"),
        (("往北",), "没走几步你就到了小路上。"),
        (("拿水槽",), "水槽到了你怀里。"),
        (TAKEN, "铁钥匙卡在钉子上，你怎么也取不下来。"),
        (TAKEN, "铁钥匙从你手里滑了下去。"),
        (TAKEN, "铁钥匙断成了两截。"),
        (TAKEN, "铁钥匙还挂在钉子上。"),
        (TAKEN, "你只好把铁钥匙挂了回去。"),
        (GIVEN, "琼把信扔进了水槽。"),
        (GIVEN, "琼说她不要什么信。"),
        (GIVEN, "琼接都没接，把信退还给你。"),
    ],
)
def test_a_turn_that_is_told_otherwise(commands: tuple[str, ...], sentence: str) -> None:
    assert _told(sentence, commands)


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (("往北",), "院门没有开，雾从门缝里钻进来。"),
        (("拿水槽",), "琼端起一只杯子，水槽里的水晃了晃。"),
        (TAKEN, "铁钥匙在你手里冰凉，没有掉下来一点锈。"),
        (TAKEN, "灰从口袋上滑下去，阁楼里静了。"),
        (GIVEN, "琼的剪子还搁在膝上。"),
    ],
)
def test_a_turn_that_is_told_as_it_came_out(commands: tuple[str, ...], sentence: str) -> None:
    assert not _told(sentence, commands)


def test_what_somebody_tells_is_no_outcome() -> None:
    assert not _told("你手里是铁钥匙，村里人都这么讲：那把钥匙怎么也取不下来。", TAKEN)
