"""Where a condition can hold: the places that its `at(...)` bind it to, read from its source.

Knows nothing of scenes or of how they are drawn.
"""

from __future__ import annotations

import ast

from game.rules.parsing import parse_expression

Bounds = tuple[str, ...] | None
"""The only places where a condition can hold, in the order they are written; None is anywhere."""


def places_of(source: str) -> Bounds:
    """Return the places outside of which a condition cannot hold. Raises ExpressionError for what is no expression."""
    return _places(parse_expression(source))


def _places(node: ast.expr) -> Bounds:
    match node:
        case ast.Call(func=ast.Name(id="at"), args=[ast.Name(id=place)]):
            return (place,)
        case ast.BoolOp(op=ast.And(), values=values):
            return _in_all([_places(each) for each in values])
        case ast.BoolOp(op=ast.Or(), values=values):
            return _in_any([_places(each) for each in values])
    return None


def _in_all(bounds: list[Bounds]) -> Bounds:
    known = [each for each in bounds if each is not None]
    if not known:
        return None
    return tuple(place for place in known[0] if all(place in other for other in known[1:]))


def _in_any(bounds: list[Bounds]) -> Bounds:
    found: list[str] = []
    for each in bounds:
        if each is None:
            return None
        found.extend(each)
    return tuple(dict.fromkeys(found))
