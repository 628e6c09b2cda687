"""A condition as alternatives, each of things that must hold at once: its disjunctive normal form, made as it is read.

Knows which names are ids, and nothing of what any name can be.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from game.rules.names import CLOCK_WORDS, CONSTANTS, Names
from game.rules.state import Value

PLAYER = "place(you)"
ENDING = "@ending"
"""Spelt as no fact can be."""
MOST = 200
"""How many alternatives of a condition are looked at: one that has more may hold, for all that is known."""
_SIGNS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}  # fmt: skip
OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_TRUTH = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Literal:
    """One thing that must hold: what is named, spelt "coins" or "seen(bill)", compares so with a value."""

    name: str
    sign: str
    value: Value


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two expressions that must compare so, at least one of them more than a name or a value."""

    left: ast.expr
    sign: str
    right: ast.expr


Need = Literal | Comparison
Needs = tuple[Need, ...]


def alternatives(node: ast.expr, names: Names, *, so: bool = True) -> Iterator[Needs]:
    """Yield the ways in which a condition can hold, or with so=False fail; none where it never can."""
    match node:
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            yield from alternatives(inner, names, so=not so)
        case ast.BoolOp(op=operator, values=parts) if isinstance(operator, ast.And) is so:
            for chosen in _products(parts, names, so=so):
                yield tuple(need for needs in chosen for need in needs)
        case ast.BoolOp(values=parts):
            for part in parts:
                yield from alternatives(part, names, so=so)
        case _:
            yield from _single(node, names, so=so)


def _products(parts: list[ast.expr], names: Names, *, so: bool) -> Iterator[tuple[Needs, ...]]:
    """Yield one alternative of each part, in every combination: all of them, or more than MOST."""
    return product(*(tuple(islice(alternatives(part, names, so=so), MOST + 1)) for part in parts))


def _single(node: ast.expr, names: Names, *, so: bool) -> Iterator[Needs]:
    known = value_of(node, names)
    if known is not None:
        yield from [()] if known is so else []
    elif isinstance(node, ast.Compare):
        sign = _SIGNS[type(node.ops[0])]
        yield from _compared(node.left, sign if so else OPPOSITE[sign], node.comparators[0], names)
    elif (named := asked(node)) is not None:
        name, value = named
        yield (Literal(name, "==" if so else "!=", value) if value is not True else Literal(name, "==", so),)


def _compared(left: ast.expr, sign: str, right: ast.expr, names: Names) -> Iterator[Needs]:
    for one, other, spelt in ((left, right, sign), (right, left, _MIRRORED.get(sign, sign))):
        value, name = value_of(other, names), name_of(one)
        if value is not None and isinstance(value, bool):
            yield from alternatives(one, names, so=value is (sign == "=="))
            return
        if value is not None and name and value_of(one, names) is None:
            yield (Literal(name, spelt, value),)
            return
    yield (Comparison(left, sign, right),)


def value_of(node: ast.expr, names: Names) -> Value | None:
    """Return the value of an expression that always has the same; None for any other."""
    match node:
        case ast.Constant(value=bool() | int() | str() as value):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as number)):
            return -number
        case ast.Name(id=name) if name in _TRUTH:
            return _TRUTH[name]
        case ast.Name(id=name) if _is_id(name, names):
            return name
    return None


def _is_id(name: str, names: Names) -> bool:
    if name in ("time", "turn") or name in names.facts or (names.clock is not None and name in CLOCK_WORDS):
        return False
    return name in names.kinds or name in CONSTANTS


def name_of(node: ast.expr) -> str:
    """Return what is named, as authors spell it, or nothing where the expression is more than a name."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Call(func=ast.Name(id=query), args=[ast.Name(id=name)]):
            return f"{query}({name})"
    return ""


def asked(node: ast.expr) -> tuple[str, Value] | None:
    """Return what a question asks about and the value for which it is true: at(hall) asks for the player's place."""
    match node:
        case ast.Call(func=ast.Name(id="at"), args=[ast.Name(id=place)]):
            return PLAYER, place
        case ast.Call(func=ast.Name(id="ended"), args=[ast.Name(id=ending)]):
            return ENDING, ending
    name = name_of(node)
    return (name, True) if name else None
