"""To say that somebody is elsewhere, or to call one who is here by what anybody is called, is no fault."""

from __future__ import annotations

import pytest

from game.loader.load import parse_world
from game.story.guarding.people import absent
from tests.story.guarding.stage import CHINESE, MILL_ZH, reason_of

WORLD = parse_world(
    MILL_ZH.replace('here = "琼在补一只口袋。"', 'here = "琼在补一只口袋，她没有抬头。"'), name="mill.zh.toml"
)


@pytest.mark.parametrize("sentence", ["皮特在乡间小路那头呢。", "皮特还没有到。", "皮特大约还在船上。"])
def test_somebody_who_is_elsewhere(sentence: str) -> None:
    assert not reason_of(absent, sentence, world=CHINESE)


def test_a_woman_is_she_who_is_here() -> None:
    assert not reason_of(absent, "一个女人弯着腰在补口袋。", world=WORLD)
    assert reason_of(absent, "一个男人弯着腰在补口袋。", world=WORLD) == "absent"
