"""The player perceives and does what they did; what others do beside them is no matter."""

from __future__ import annotations

import pytest

from game.story.guarding.chinese.deeds import puppets
from tests.story.guarding.stage import CHINESE, reason_of


@pytest.mark.parametrize(
    "sentence",
    ["你在水槽边坐了一会儿。", "你数了数鹅卵石，又捡起一颗。", "你心里一阵发慌。", "水很凉，你推开门进去了。"],
)
def test_a_deed_that_is_not_the_players(sentence: str) -> None:
    assert reason_of(puppets, sentence, world=CHINESE) == "puppet"


@pytest.mark.parametrize(
    "sentence",
    [
        "你听见水声。",
        "你脚下的鹅卵石很滑。",
        "水珠落进你的掌心里。",
        "琼朝你点了点头，又叹了口气。",
        "你听见轮子停了，又转了起来。",
    ],
)
def test_what_is_perceived_or_anothers(sentence: str) -> None:
    assert not reason_of(puppets, sentence, world=CHINESE)


def test_what_was_done_is_the_players() -> None:
    assert not reason_of(puppets, "你取下铁钥匙，凉意钻进袖口。", "往里", "往上", "拿铁钥匙", world=CHINESE)
