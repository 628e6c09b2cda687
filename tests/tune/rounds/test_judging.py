"""What a model wrote for an example is held against what it was given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.tune.examples import Ambience, Line
from game.tune.rounds.judging import answers, fault_of, points_of

FOG = Ambience("a salt marsh", "night", "thick fog", "lonely", "Fog lies on the water, and nothing in it moves.")
ODO = Line(
    "Odo, ferryman",
    "slow, dry",
    "patient",
    ("The ferry does not run after dark.", "The miller drowned at the weir."),
    "Can you take me over tonight?",
    '"Not after dark I don\'t. The ferry is tied up."',
)
UNASKED = replace(ODO, heard="Who stole the silver cup?", tell='"I could not say, and I would not if I could."')


def test_what_is_asked_of_a_person_is_what_the_line_by_hand_tells_of() -> None:
    assert "ferry" in points_of(ODO)
    assert "miller" not in points_of(ODO)
    assert not points_of(UNASKED)


@pytest.mark.parametrize(
    ("shown", "fault"),
    [
        ("Fog settles thick and cold over dark water.", ""),
        ("Fog settles", "unfit"),
        ("The sun glints on the water, warm and bright.", "unfit"),
    ],
)
def test_a_touch_is_without_fault_in_words_of_its_sky(shown: str, fault: str) -> None:
    assert fault_of(FOG, shown) == fault


@pytest.mark.parametrize(
    ("shown", "fault"),
    [
        ("The ferry does not run after dark, and I know it.", ""),
        ("I would not say so, if I were you.", "misses"),
        ("My brother runs the ferry after dark, with a lantern.", "claims"),
        ("I said to Marla that the ferry waits.", "unfit"),
    ],
)
def test_who_knows_has_to_answer_and_claims_nothing_beside(shown: str, fault: str) -> None:
    assert fault_of(ODO, shown) == fault


def test_who_does_not_know_may_say_so() -> None:
    assert fault_of(UNASKED, "I would not know, and I would not say.") == ""
    assert fault_of(UNASKED, "I saw the cook with the silver cup.") == "claims"


def test_an_answer_may_be_in_any_form_of_what_is_known() -> None:
    assert answers(ODO, "Two ferries, and neither goes.")
    assert not answers(ODO, "The miller might.")
