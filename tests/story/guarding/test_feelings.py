"""The player has said nothing that the turn does not have them say, and is in no mood, to whatever degree."""

from __future__ import annotations

import pytest

from game.story.guarding.player import puppeted
from tests.story.guarding.stage import ENGLISH, reason_of


@pytest.mark.parametrize(
    "sentence",
    ["You are sadder than the yard.", "Before the wheel has turned once you have told her your name."],
)
def test_what_the_player_is_made_to_feel_or_to_have_said_is_held_back(sentence: str) -> None:
    assert reason_of(puppeted, sentence, world=ENGLISH) == "puppet"


def test_what_was_said_before_is_let_through() -> None:
    assert not reason_of(puppeted, "The wheel drowns whatever you have told anybody.", world=ENGLISH)


def test_a_speaker_has_the_player_sign_nothing() -> None:
    line = "And there, you have signed for nine sacks."
    assert reason_of(puppeted, line, "talk to joan", world=ENGLISH, speaker="joan") == "puppet"
