"""What comes of a deed is denied by some clauses, and by others only for a time or of something else."""

from __future__ import annotations

import pytest

from game.story.guarding.denying import denied_results
from game.story.guarding.said import Said
from game.story.guarding.told import told_in
from tests.story.guarding.stage import moment_of

TAKING = moment_of("go in", "go up", "take iron key")


def _denied(sentence: str) -> list[str]:
    told = told_in(TAKING, Said(sentence, TAKING.lexicon))
    return [base for each in told for base in denied_results(TAKING, each)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The key does not come.",
        "The nail will not let go.",
        "You cannot reach it.",
        "The key hangs there, and will not turn.",
        "No key comes to your hand.",
    ],
)
def test_a_result_is_denied(sentence: str) -> None:
    assert _denied(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The key does not come until it is turned.",
        "The key will not come any farther.",
        "The key did not move for years.",
        "The dust does not move.",
        "Nobody lifts his eyes.",
        "The key comes without touching the nail.",
    ],
)
def test_what_is_denied_is_no_result(sentence: str) -> None:
    assert not _denied(sentence)
