"""Numbers and inscriptions are the author's."""

from __future__ import annotations

import pytest

from game.story.guarding.chinese.counts import counted_otherwise
from game.story.guarding.said import Said
from tests.story.guarding.chinese.test_descriptions import WORLD
from tests.story.guarding.stage import moment_of


def _other(sentence: str) -> str:
    moment = moment_of("细看信", world=WORLD)
    return next(counted_otherwise(moment, Said(sentence, moment.lexicon)), "")


@pytest.mark.parametrize(
    "sentence",
    ["封皮上有五行字。", "封皮上只有一行字。", "背面数下来三十九个墨点。", "封皮上写着“海鸥旅馆”。"],
)
def test_another_number_or_inscription(sentence: str) -> None:
    assert _other(sentence)


@pytest.mark.parametrize("sentence", ["三行字。", "四十三个墨点。", "一行字歪了。", "一点一点读下去。"])
def test_the_same_number_or_none(sentence: str) -> None:
    assert not _other(sentence)
