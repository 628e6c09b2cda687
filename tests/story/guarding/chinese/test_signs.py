"""What signs there are depends on what came of the turn."""

from __future__ import annotations

from game.story.guarding.chinese import forms
from game.story.guarding.chinese.signs import signs_of
from tests.story.guarding.stage import CHINESE, moment_of


def _patterns(*commands: str) -> set[str]:
    return {sign.pattern.pattern for sign in signs_of(moment_of(*commands, world=CHINESE))}


def test_a_refused_deed_has_signs_of_success_and_a_done_one_of_failure() -> None:
    assert forms.AT_ONCE.pattern in _patterns("往北")
    assert forms.HOWEVER.pattern in _patterns("往里")


def test_looking_around_has_none() -> None:
    assert not _patterns("看看四周")
