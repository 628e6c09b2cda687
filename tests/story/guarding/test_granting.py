"""What was refused is not told as got, put down or passed."""

from __future__ import annotations

import pytest

from game.story.guarding.outcomes import outcomes
from game.story.guarding.said import Said
from tests.story.guarding.stage import moment_of

TAKING, GOING = "take stone trough", "go north"


def _opposite(sentence: str, command: str) -> str:
    moment = moment_of(command)
    return next(outcomes(moment, Said(sentence, moment.lexicon)), "")


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (TAKING, "The trough slides a yard over the cobbles."),
        (TAKING, "The trough is in your arms."),
        (GOING, "The gate swings aside."),
        (GOING, "You squeeze past the gate."),
        (GOING, "Your feet are in the lane."),
        (GOING, "The lock gives, and the gate with it."),
        (GOING, "The gate lets you past."),
        (GOING, "Behind you the mill yard grows small."),
    ],
)
def test_a_deed_that_was_refused_is_held_back(command: str, sentence: str) -> None:
    assert _opposite(sentence, command)


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (TAKING, "The trough does not slide an inch."),
        (TAKING, "The trough gives a groan."),
        (GOING, "The gate does not open, and you go no farther."),
        (GOING, "Through the bars you see the lane."),
        (GOING, "The gate looks as if it opens for others."),
    ],
)
def test_a_refusal_is_let_through(command: str, sentence: str) -> None:
    assert not _opposite(sentence, command)
