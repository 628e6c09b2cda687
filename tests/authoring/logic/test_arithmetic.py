"""Between which numbers an expression lies."""

from __future__ import annotations

import ast

import pytest

from game.authoring.logic.arithmetic import EVERY, Ends, can_compare, ends_of
from game.rules.parsing import parse_expression


def known(node: ast.expr) -> Ends | None:
    match node:
        case ast.Constant(value=int() as number):
            return number, number
        case ast.Name(id="few"):
            return 1, 3
        case ast.Name(id="some"):
            return -2, 5
    return None


@pytest.mark.parametrize(
    ("source", "ends"),
    [
        ("few + some", (-1, 8)),
        ("few - some", (-4, 5)),
        ("few * some", (-6, 15)),
        ("-some", (-5, 2)),
        ("some % few", (0, 2)),
        ("some // few", EVERY),
        ("few * 10 + 1", (11, 31)),
        ("few + other", EVERY),
    ],
)
def test_ends_follow_the_parts(source: str, ends: Ends) -> None:
    found = ends_of(parse_expression(source), known)
    assert found is not None
    assert found == ends or (ends == EVERY and found[0] < -(10**11) and found[1] > 10**11)


@pytest.mark.parametrize(
    ("sign", "so"), [("==", False), ("!=", True), ("<", True), ("<=", True), (">", False), (">=", False)]
)
def test_numbers_apart_compare_one_way(sign: str, so: bool) -> None:
    assert can_compare((1, 3), sign, (4, 5)) is so
