"""Things by their gist: the one of which most of what is said is told."""

from __future__ import annotations

import pytest

from tests.story.understanding.cottage import meant


@pytest.mark.parametrize(
    ("words", "action"),
    [("看看那盏煤油灯", "examine lamp"), ("拿上那个能照亮的东西", "take lamp"), ("把提灯捡起来", "take lamp")],
)
def test_a_thing_is_found_by_what_is_told_of_it(words: str, action: str) -> None:
    assert meant(words) == action


@pytest.mark.parametrize("words", ["拿起长剑", "看看蝙蝠", "把把手掰下来"])
def test_what_is_elsewhere_or_unknown_is_not_found(words: str) -> None:
    assert meant(words) == "-"
