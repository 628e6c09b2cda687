"""Conditions as alternatives."""

from __future__ import annotations

import pytest

from game.authoring.logic.literals import Comparison, Literal, alternatives
from game.rules.parsing import parse_expression
from tests.kit import inn

NAMES = inn().names


def read(source: str, *, so: bool = True) -> list[list[str]]:
    """Return each alternative of a condition, its needs in words."""
    return [[said(each) for each in needs] for needs in alternatives(parse_expression(source), NAMES, so=so)]


def said(need: Literal | Comparison) -> str:
    return f"{need.name} {need.sign} {need.value}" if isinstance(need, Literal) else need.sign


@pytest.mark.parametrize(
    ("source", "ways"),
    [
        ("paid", [["paid == True"]]),
        ("not paid", [["paid == False"]]),
        ("at(hall) and coins > 2", [["place(you) == hall", "coins > 2"]]),
        ("2 < coins", [["coins > 2"]]),
        ("not coins >= 2", [["coins < 2"]]),
        ("not at(hall)", [["place(you) != hall"]]),
        ("paid == false", [["paid == False"]]),
        ("true != seen(bill)", [["seen(bill) == False"]]),
        ("place(lamp) == hall", [["place(lamp) == hall"]]),
        ("coins + 1 > time", [[">"]]),
        ("true", [[]]),
        ("false", []),
        ("false and paid", []),
        ("(paid or at(hall)) and not (coins == 1 or false)", [
            ["paid == True", "coins != 1"],
            ["place(you) == hall", "coins != 1"],
        ]),
    ],
)  # fmt: skip
def test_a_condition_holds_in_one_of_these_ways(source: str, ways: list[list[str]]) -> None:
    assert read(source) == ways


def test_it_fails_where_any_part_does() -> None:
    assert read("paid and coins > 2", so=False) == [["paid == False"], ["coins <= 2"]]
    assert read("paid or coins > 2", so=False) == [["paid == False", "coins <= 2"]]
