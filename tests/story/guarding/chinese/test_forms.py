"""The forms in which Chinese says what came of something find it, and not what is merely like it."""

from __future__ import annotations

import re

import pytest

from game.story.guarding.chinese import forms


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (forms.done("zh"), "推开了"),
        (forms.cannot("zh"), "取不下来"),
        (forms.refusing("zh"), "没有拿起来"),
        (forms.got("zh"), "到了你手里"),
        (forms.thrown("zh"), "丢进"),
        (forms.remaining("zh"), "还挂在"),
        (forms.attempted("zh"), "拧了半天"),
        (forms.HOWEVER, "怎么也不"),
        (forms.LET_GO, "滑了下去"),
        (forms.BROKE, "断成"),
        (forms.GAVE_UP, "只好"),
        (forms.THE_SAME, "锁还是锁"),
    ],
)
def test_a_form_is_found(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (forms.cannot("zh"), "看不见"),
        (forms.refusing("zh"), "没有掉下来"),
        (forms.LET_GO, "坠了坠"),
        (forms.done("zh"), "踩着"),
    ],
)
def test_what_is_like_it_is_not(pattern: re.Pattern[str], text: str) -> None:
    assert not pattern.search(text)
