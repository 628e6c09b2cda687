"""Words that somebody says are speech; words that stand written are not."""

from __future__ import annotations

import pytest

from game.story.guarding.chinese.speech import is_inscribed, speech_in
from game.story.guarding.said import Said
from tests.story.guarding.stage import CHINESE, moment_of


@pytest.mark.parametrize("sentence", ["琼只说了两个字：“擦脚。”", "“坐。”琼放下口袋，慢慢地说。", "“谁呀，”琼问道。"])
def test_speech(sentence: str) -> None:
    moment = moment_of(world=CHINESE)
    assert speech_in(moment, Said(sentence, moment.lexicon))


def test_an_inscription_is_no_speech() -> None:
    moment = moment_of(world=CHINESE)
    said = Said("门上刻着一行字：“面粉”。", moment.lexicon)
    assert not speech_in(moment, said)
    assert is_inscribed(moment, said, "面粉")
