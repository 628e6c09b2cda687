"""What there is is not told as gone, nor what there is not as there."""

from __future__ import annotations

import pytest

from game.loader.load import parse_world
from game.story.guarding.chinese.existence import exists_otherwise
from game.story.guarding.said import Said
from tests.story.guarding.stage import MILL_ZH, moment_of

LOOK = 'look = "封皮上没有邮戳，只有墨点。"'
WORLD = parse_world(MILL_ZH.replace('aliases = ["信"]', f'aliases = ["信"]\n{LOOK}'), name="mill.zh.toml")


def _other(sentence: str) -> str:
    moment = moment_of("细看信", world=WORLD)
    return next(exists_otherwise(moment, Said(sentence, moment.lexicon)), "")


@pytest.mark.parametrize("sentence", ["封皮上盖着邮戳。", "封皮上一个墨点也没有。", "封好的信不见了。"])
def test_what_is_not_so(sentence: str) -> None:
    assert _other(sentence)


@pytest.mark.parametrize("sentence", ["封皮上找不到邮戳。", "墨点一个也没有少。", "封好的信像是要不见了。"])
def test_what_may_be_so(sentence: str) -> None:
    assert not _other(sentence)
