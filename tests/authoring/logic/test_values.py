"""Sets of values."""

from __future__ import annotations

import pytest

from game.authoring.logic.values import ALL, EITHER, NONE, Values, between, one_of


@pytest.mark.parametrize(
    ("values", "sign", "value", "left"),
    [
        (between(0, 9), ">", 3, between(4, 9)),
        (between(0, 9), "<=", 3, between(0, 3)),
        (between(0, 9), "==", 3, one_of([3])),
        (between(0, 9), "==", 10, NONE),
        (one_of([1, 4, 9]), "<", 5, one_of([1, 4])),
        (one_of(["dawn", "dusk"]), "==", "dusk", one_of(["dusk"])),
        (EITHER, "==", False, one_of([False])),
        (ALL, "==", "anything", one_of(["anything"])),
    ],
)
def test_values_are_narrowed(values: Values, sign: str, value: int | str, left: Values) -> None:
    assert values.narrowed(sign, value) == left


def test_what_excludes_every_value_is_empty() -> None:
    assert one_of(["dusk"]).narrowed("!=", "dusk").is_empty
    assert between(3, 4).narrowed("!=", 3).narrowed("!=", 4).is_empty
    assert between(3, 4).narrowed(">", 4).is_empty
    assert not between(3, 5).narrowed("!=", 3).narrowed("!=", 5).is_empty
    assert not ALL.narrowed("!=", "dusk").is_empty


def test_a_growing_set_is_looked_into_as_it_is() -> None:
    places: set[str | int] = {"hall"}
    values = Values(places).narrowed("!=", "hall")
    assert values.is_empty
    places.add("yard")
    assert not values.is_empty


def test_values_meet_where_they_share_one() -> None:
    assert one_of(["hall", "yard"]).meets(one_of(["yard"]))
    assert not one_of(["hall"]).meets(one_of(["yard"]))
    assert not one_of([9]).meets(between(0, 3))
    assert ALL.meets(ALL)


def test_numbers_have_ends() -> None:
    assert one_of([4, 1]).ends == (1, 4)
    assert between(2, 8).narrowed("<", 8).ends == (2, 7)
    assert NONE.ends == (0, 0)
