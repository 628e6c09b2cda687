"""The dead do nothing that only the living do; they may lie where they lie."""

from __future__ import annotations

import pytest

from game.story.guarding.people import absent
from tests.story.guarding.stage import ENGLISH, reason_of


@pytest.mark.parametrize(
    "sentence",
    [
        "The drowned carter lifts his head out of the trough.",
        "The dead man nods at the wheel.",
        "A corpse by the trough rises and looks about.",
    ],
)
def test_the_dead_who_stir_are_held_back(sentence: str) -> None:
    assert reason_of(absent, sentence, world=ENGLISH) == "absent"


@pytest.mark.parametrize(
    "sentence",
    [
        "The corpse lies under the yew.",
        "The corpse sits against the wheel.",
        "The dead man used to nod at the wheel.",
        "Nobody has told the dead man what flour costs now.",
    ],
)
def test_the_dead_who_rest_are_let_through(sentence: str) -> None:
    assert not reason_of(absent, sentence, world=ENGLISH)
