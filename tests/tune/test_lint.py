"""The faults of examples."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.tune.examples import Example, Saying
from game.tune.lint import ALL as OF_ALL
from game.tune.lint import ONE, lint
from tests.tune.made import ALL, AMBIENCE, CHOOSING, LINE, PLAYED, RETELLING, TELLING, rows_of

FAULTY: dict[str, tuple[Example, ...]] = {
    "shape": (replace(CHOOSING, said=(Saying("go", "Go"),)),),
    "worn": (replace(AMBIENCE, tell="The rain is a tapestry of drops."),),
    "puppet": (replace(TELLING, tell="The forge is cold, and you decide to leave the smithy."),),
    "name": (replace(LINE, tell='"Ask old Gerald."'),),
    "sky": (replace(AMBIENCE, hour="night", tell="Rain runs through the sunlight."),),
    "lost": (replace(RETELLING, tell="By the stove a cat is asleep."),),
    "double": (AMBIENCE, replace(AMBIENCE, tell="Again rain ticks on the slates and then thinks better of it.")),
    "opening": tuple(
        replace(AMBIENCE, tell=f"Rain ticks on {where}.")
        for where in ("a long roof", "the sill as before", "slate and straw", "wet tar")
    ),
}


def test_good_examples_have_no_fault() -> None:
    assert not lint(rows_of(*ALL))


def test_what_a_player_liked_is_theirs() -> None:
    assert not lint(
        rows_of(*(replace(PLAYED, tell=" The rain is a tapestry, and you decide to like it. ") for _ in "12"))
    )


@pytest.mark.parametrize("rule", [*ONE, *OF_ALL])
def test_each_rule_finds_its_fault_and_no_other_does(rule: str) -> None:
    assert {fault.rule for fault in lint(rows_of(*FAULTY[rule]))} == {rule}


def test_a_fault_says_where_it_is() -> None:
    (fault,) = lint(rows_of(AMBIENCE, *FAULTY["name"]))
    assert str(fault) == "made/some.jsonl, line 2: name: Gerald"


def test_faults_come_in_the_order_of_the_rows() -> None:
    faults = lint(rows_of(*FAULTY["lost"], *FAULTY["double"], *FAULTY["name"]))
    assert [fault.row.line for fault in faults] == [1, 3, 4]
