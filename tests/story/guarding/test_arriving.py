"""Somebody who has gone somewhere is not told as having stayed."""

from __future__ import annotations

import pytest

from game.story.guarding.outcomes import outcomes
from game.story.guarding.said import Said
from tests.story.guarding.stage import moment_of


def _opposite(sentence: str) -> str:
    moment = moment_of("go in")
    return next(outcomes(moment, Said(sentence, moment.lexicon)), "")


@pytest.mark.parametrize(
    "sentence",
    [
        "The door of the mill does not open.",
        "The door has been nailed up.",
        "You remain in the yard.",
        "You get as far as the door, and no farther.",
    ],
)
def test_staying_is_held_back(sentence: str) -> None:
    assert _opposite(sentence)


@pytest.mark.parametrize("sentence", ["The stones do not turn.", "The door closes behind you.", "Nobody stops you."])
def test_what_does_not_keep_anybody_is_let_through(sentence: str) -> None:
    assert not _opposite(sentence)
