"""Modifiers before a noun without spaces: they tell which one is meant, and no more."""

from __future__ import annotations

import pytest

from game.story.sentences import sentences_for
from game.story.understanding.modifying import bare
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import spelled, tokens
from tests.story.understanding.cottage import WORLDS, after, meant


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("拿墙角那盏灯", "take lamp"),
        ("看看挂在树上的那顶草帽", "examine hat"),
        ("把搁在台阶上的那只篮子拎起来", "take basket"),
        ("把写给国王的那封书信给罗斯", "give letter rose"),
        ("木桌上的那顶帽子长什么样", "examine hat"),
    ],
)
def test_a_modifier_changes_nothing(words: str, action: str) -> None:
    assert meant(words) == action


def test_of_two_things_a_modifier_may_tell_which() -> None:
    assert meant("拿墙角那只罐子") in ("-", "?")


def test_what_stands_before_a_cut_is_no_modifier() -> None:
    state, recent = after(WORLDS["zh"])
    scope = Scope(WORLDS["zh"], sentences_for("zh"), state, recent=recent)
    assert spelled(bare(scope, tokens("书信给穿红衣服的罗斯"))) == "书信给罗斯"
