"""Where a condition can hold."""

from __future__ import annotations

import pytest

from game.authoring.graph.bound import places_of


@pytest.mark.parametrize(
    ("source", "places"),
    [
        ("at(hall)", ("hall",)),
        ("paid and at(hall) and not has(lamp)", ("hall",)),
        ("(at(hall) or at(yard)) and paid", ("hall", "yard")),
        ("at(hall) and paid or at(hall) and not paid", ("hall",)),
        ("(at(hall) or at(yard)) and at(yard)", ("yard",)),
        ("paid", None),
        ("not at(hall)", None),
        ("at(hall) or paid", None),
        ("at(hall) and at(yard)", ()),
    ],
)
def test_a_condition_is_bound_by_the_places_it_cannot_hold_without(source: str, places: tuple[str, ...] | None) -> None:
    assert places_of(source) == places
