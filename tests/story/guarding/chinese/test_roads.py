"""No way leads to a side where none is, and a closed one is not open."""

from __future__ import annotations

import pytest

from game.story.guarding.exits import unmade
from tests.story.guarding.stage import CHINESE, reason_of


@pytest.mark.parametrize(
    "sentence",
    [
        "东边开着一扇门，门外就是大路。",
        "水槽后面有一条窄道，一直通到河边。",
        "墙根下有个洞口，钻进去能到地窖。",
        "你顺着水沟走到了乡间小路。",
    ],
)
def test_a_way_that_is_not_here(sentence: str) -> None:
    assert reason_of(unmade, sentence, world=CHINESE) == "exit"


@pytest.mark.parametrize("sentence", ["一扇门通进磨坊。", "北边的院门锁着。", "风从东边吹来。"])
def test_what_is_here(sentence: str) -> None:
    assert not reason_of(unmade, sentence, world=CHINESE)


def test_a_speaker_does_not_say_that_a_closed_way_can_be_gone() -> None:
    assert reason_of(unmade, "乡间小路通着呢，走过去就是。", world=CHINESE, speaker="joan") == "exit"
    assert not reason_of(unmade, "乡间小路走不通，得等钥匙。", world=CHINESE, speaker="joan")
