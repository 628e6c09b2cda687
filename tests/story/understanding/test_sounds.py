"""Characters that sound alike, and names typed in letters."""

from __future__ import annotations

import pytest

from game.story.understanding.sounds import mishears, sound_alike, spelled_in_letters
from game.story.understanding.tokens import tokens
from tests.story.understanding.cottage import meant


@pytest.mark.parametrize(("one", "other"), [("灯", "登"), ("丝", "思"), ("之", "资"), ("金", "京"), ("铺", "浦")])
def test_characters_sound_alike(one: str, other: str) -> None:
    assert sound_alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("灯", "火"), ("上", "下"), ("拿", "放")])
def test_characters_sound_different(one: str, other: str) -> None:
    assert not sound_alike(one, other)


def test_a_name_of_two_is_misheard_in_one_character_at_most() -> None:
    assert mishears(tokens("草冒"), tokens("草帽"))
    assert not mishears(tokens("槽冒"), tokens("草帽"))
    assert not mishears(tokens("草帽"), tokens("草帽"))


def test_a_name_is_spelled_in_letters() -> None:
    assert "caomao" in spelled_in_letters(tokens("草帽"))
    assert spelled_in_letters(tokens("龘")) == frozenset()


@pytest.mark.parametrize(
    ("words", "action"),
    [("拿草冒", "take hat"), ("拿 caomao", "take hat"), ("吧草帽拿上", "take hat"), ("拿起鐵皮燈", "take lamp")],
)
def test_slips_of_the_keyboard_are_mended(words: str, action: str) -> None:
    assert meant(words) == action


def test_a_character_that_only_looks_like_another_is_left() -> None:
    assert meant("拿草房") == "-"
