"""Examples as records."""

from __future__ import annotations

import pytest

from game.tune.examples import Example, given, kind_of, name_of, told, trade_of
from tests.tune.made import ALL, CHOOSING, LINE, TELLING


@pytest.mark.parametrize(
    ("example", "kind"), zip(ALL, ("ambience", "line", "retelling", "scene", "choosing"), strict=True)
)
def test_every_record_is_of_a_kind(example: Example, kind: str) -> None:
    assert kind_of(example) == kind


def test_what_is_told_is_not_what_it_is_told_from() -> None:
    assert TELLING.tell not in given(TELLING)
    assert {TELLING.event, "a cold forge", "Osric, smith, sulking"} <= set(given(TELLING))


def test_nothing_is_told_where_a_command_is_chosen() -> None:
    assert told(CHOOSING) == ""


def test_a_person_has_a_name_and_what_else_is_said_of_them() -> None:
    assert (name_of(LINE.person), trade_of(LINE.person)) == ("Odo Brand", "ferryman")
    assert (name_of("Osric, smith, sulking"), trade_of("Osric, smith, sulking")) == ("Osric", "smith, sulking")
    assert (name_of("Wat"), trade_of("Wat")) == ("Wat", "")
