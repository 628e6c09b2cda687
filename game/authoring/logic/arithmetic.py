"""Between which numbers the value of an expression lies, when it is known between which its names do.

Knows nothing of worlds.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from itertools import product

from game.rules.expressions import MAX_NUMBER, bounded

Ends = tuple[int, int]
EVERY: Ends = (-MAX_NUMBER, MAX_NUMBER)


def ends_of(node: ast.expr, known: Callable[[ast.expr], Ends | None]) -> Ends | None:
    """Return the least and the most that a number can be; known says it of names and values. None for other types."""
    match node:
        case ast.UnaryOp(op=ast.USub(), operand=inner) if (ends := ends_of(inner, known)) is not None:
            return -ends[1], -ends[0]
        case ast.BinOp(left=left, op=operator, right=right):
            return _computed(ends_of(left, known) or EVERY, operator, ends_of(right, known) or EVERY)
    return known(node)


def _computed(left: Ends, operator: ast.operator, right: Ends) -> Ends:
    match operator:
        case ast.Add():
            return bounded(left[0] + right[0]), bounded(left[1] + right[1])
        case ast.Sub():
            return bounded(left[0] - right[1]), bounded(left[1] - right[0])
        case ast.Mult():
            corners = [bounded(one * other) for one, other in product(left, right)]
            return min(corners), max(corners)
        case ast.Mod() if right[0] > 0:
            return 0, right[1] - 1
    return EVERY


def can_compare(left: Ends, sign: str, right: Ends) -> bool:
    """Return whether a number between two ends can compare so with one between two others."""
    match sign:
        case "==":
            return left[0] <= right[1] and right[0] <= left[1]
        case "!=":
            return not left[0] == left[1] == right[0] == right[1]
        case "<":
            return left[0] < right[1]
        case "<=":
            return left[0] <= right[1]
        case ">":
            return left[1] > right[0]
    return left[1] >= right[0]
