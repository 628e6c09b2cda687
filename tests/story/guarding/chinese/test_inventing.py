"""Things that stories turn on are told of for the first time where something lies, hangs or is counted."""

from __future__ import annotations

import pytest

from game.story.guarding.chinese.inventing import invented_in
from game.story.guarding.said import Said
from tests.story.guarding.stage import CHINESE, moment_of


def _invented(sentence: str) -> list[str]:
    moment = moment_of(world=CHINESE)
    said = Said(sentence, moment.lexicon)
    return [said.spelled(*span) for span in invented_in(moment, said)]


@pytest.mark.parametrize("sentence", ["一把折刀插在门上。", "水槽边靠着一支猎枪。", "墙上挂着一件油布衣。"])
def test_what_is_made_up(sentence: str) -> None:
    assert _invented(sentence)


@pytest.mark.parametrize("sentence", ["一声汽笛。", "没有一把刀。", "你的靴子湿了。", "铺子只有一扇门。"])
def test_what_is_of_no_consequence(sentence: str) -> None:
    assert not _invented(sentence)
