"""What is closed is told where a sentence shares with it what nothing open has."""

from __future__ import annotations

import pytest

from game.story.guarding.secrets import betrayed
from tests.story.guarding.stage import CHINESE, reason_of


@pytest.mark.parametrize("sentence", ["谷仓是琼放火烧的。", "那场火是她自己放的，为的是骗一笔钱，谷仓里早没有粮食。"])
def test_what_is_closed_is_told(sentence: str) -> None:
    assert reason_of(betrayed, sentence, world=CHINESE) == "secret"


@pytest.mark.parametrize("sentence", ["琼在补口袋。", "水轮底下有水声。"])
def test_what_is_open_may_be_told(sentence: str) -> None:
    assert not reason_of(betrayed, sentence, world=CHINESE)


def test_it_may_be_told_once_it_is_open() -> None:
    assert not reason_of(betrayed, "谷仓是琼自己放火烧的。", "把信给琼", world=CHINESE)
