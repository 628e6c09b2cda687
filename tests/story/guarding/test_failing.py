"""What was done is not told as come to nothing."""

from __future__ import annotations

import pytest

from game.story.guarding.outcomes import outcomes
from game.story.guarding.said import Said
from tests.story.guarding.stage import moment_of

TAKING = ("go in", "go up", "take iron key")
GIVING = ("give letter to joan",)


def _opposite(sentence: str, *commands: str) -> str:
    moment = moment_of(*commands)
    return next(outcomes(moment, Said(sentence, moment.lexicon)), "")


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (TAKING, "The key will not budge."),
        (TAKING, "The key clings to its nail."),
        (TAKING, "However hard you pull, the key is left hanging."),
        (TAKING, "The iron key lies among the sacks still."),
        (GIVING, "Joan waves the letter aside."),
        (GIVING, "Joan declines it."),
        (GIVING, "The letter lies in your open hand."),
    ],
)
def test_a_failure_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert _opposite(sentence, *commands)


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (TAKING, "The key comes away, and the nail does not creak."),
        (TAKING, "Nobody sees you take it."),
        (TAKING, "The key lies in your palm."),
        (GIVING, "Joan takes it, and does not look at the seal."),
        (GIVING, "Joan has the letter in both hands."),
    ],
)
def test_what_happened_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not _opposite(sentence, *commands)
