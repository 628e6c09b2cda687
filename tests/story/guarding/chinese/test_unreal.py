"""What is denied, remembered or compared is not here; what only lacks something is."""

from __future__ import annotations

import pytest

from game.story.guarding.chinese.unreal import is_unreal
from game.story.guarding.lexicon import lexicon_of

ZH = lexicon_of("zh")


@pytest.mark.parametrize(("before", "after"), [("这里没有", ""), ("像", ""), ("当年的", ""), ("", "不在这里")])
def test_what_is_unreal(before: str, after: str) -> None:
    assert is_unreal(ZH, before, after)


@pytest.mark.parametrize(("before", "after"), [("桌上摆着", ""), ("架上是那本少了灰的", "，封皮发亮")])
def test_what_is_real(before: str, after: str) -> None:
    assert not is_unreal(ZH, before, after)
