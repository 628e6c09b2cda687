"""What of a state the rules of one world can read and write: found in the sources of its conditions and effects.

Knows nothing of searches. It may name too much, never too little: what it leaves out cannot make a difference.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import Any, cast, get_args, get_type_hints

from game.rules.effects import SHAPE, Effect
from game.rules.expressions import Condition
from game.rules.names import CLOCK_WORDS
from game.rules.parsing import parse_expression
from game.rules.texts import Piece, Text
from game.rules.world import Choice, Rule, Tells, World

_NAMED = re.compile(r"(\w+)\(\s*(\w+)\s*\)|\w+")
_PLAIN = (str, int, bool, type(None), ...)
_ELSEWHERE = frozenset({"paths", "names", "lore", "secrets", "goals"})
_WORDS_ASKED = frozenset({(Choice, "refuse"), (Rule, "refuse"), (Tells, "say")})
"""Texts of which it makes a difference whether there are any."""

Part = Condition | Effect | Piece
Read = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Reads:
    """names are written as authors write them: "coins", "time", "trust(mira)"; written holds those that effects set.

    limits gives, for a number that never falls and is only ever compared with fixed numbers, the largest of these: all
    values above it are one to the rules.
    """

    names: frozenset[str]
    written: frozenset[str]
    limits: Mapping[str, int]


def reads_of(world: World) -> Reads:
    """Return what the rules of a world read and write."""
    parts = dict.fromkeys(_parts_of(world))
    reads = [read for part in parts for read in _reads_of(part)]
    effects = [shape for part in parts if isinstance(part, Effect) and (shape := SHAPE.match(part.source))]
    falling = {_spelt(shape["target"]) for shape in effects if not _only_rises(shape["op"], shape["value"])}
    if world.names.clock and set(CLOCK_WORDS) & {name for name, _ in reads}:
        reads.append(("time", None))
    falling |= {name for name, limit in reads if limit is None}
    limits: dict[str, int] = {}
    for name, limit in reads:
        if name not in falling:
            limits[name] = max(limits.get(name, 0), limit or 0)
    written = frozenset(_spelt(shape["target"]) for shape in effects)
    return Reads(frozenset(name for name, _ in reads), written, limits)


def names_in(node: ast.AST) -> frozenset[str]:
    """Return the names that an expression reads, as authors write them."""
    return frozenset(name for name, _ in _reads(node))


def _parts_of(world: World) -> list[Part]:
    """Return every condition and effect that the rules follow, and the pieces of texts that they ask for words."""
    found: list[Part] = []
    _gather((world, tuple(world.names.tables.values())), found)
    return found


def _gather(value: Any, found: list[Part]) -> None:
    if isinstance(value, Condition | Effect | Piece):
        found.append(value)
    elif isinstance(value, Mapping):
        for each in value.values():
            _gather(each, found)
    elif isinstance(value, tuple):
        for each in value:
            _gather(each, found)
    elif is_dataclass(value):
        for name in _asked(cast("Any", type(value))):
            _gather(getattr(value, name), found)


@cache
def _asked(kind: type[Any]) -> tuple[str, ...]:
    """Return the fields of a record in which the rules may ask for something."""
    kinds = {name: each for name, each in get_type_hints(kind).items() if name not in _ELSEWHERE and _may_ask(each)}
    return tuple(name for name in kinds if kinds[name] is not Text or (kind, name) in _WORDS_ASKED)


def _may_ask(kind: Any) -> bool:
    """Return whether a value of a type may hold more than words and numbers."""
    return any(map(_may_ask, get_args(kind))) if get_args(kind) else kind not in _PLAIN


def _reads_of(part: Condition | Effect | Piece) -> Iterator[Read]:
    """Yield each name that is read, with the number it is compared with; without one where it is read in other ways."""
    match part:
        case Condition(source):
            yield from _reads(parse_expression(source))
        case Effect(source):
            shape = SHAPE.match(source)
            yield from _reads(parse_expression(shape["value"])) if shape else ()
        case Piece(source):
            yield from ((_spelt(found.group()), None) for found in _NAMED.finditer(source))


def _reads(node: ast.AST) -> Iterator[Read]:
    if isinstance(node, ast.Compare):
        for one, other in ((node.left, node.comparators[0]), (node.comparators[0], node.left)):
            if (name := _name(one)) and (number := _number(other)) is not None:
                yield name, number
                return
    if name := _name(node):
        yield name, None
        return
    for child in ast.iter_child_nodes(node):
        yield from _reads(child)


def _name(node: ast.AST) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Call(func=ast.Name(id=query), args=[ast.Name(id=name)]) if query not in ("roll", "draw"):
            return f"{query}({name})"
    return ""


def _number(node: ast.AST) -> int | None:
    match node:
        case ast.Constant(value=int() as number) if not isinstance(number, bool):
            return number
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as number)):
            return -number
    return None


def _only_rises(op: str, source: str) -> bool:
    """Return whether an effect sets a number to a fixed or drawn one, or adds one that is not below 0."""
    node = parse_expression(source)
    number = _number(node)
    is_drawn = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "roll"
    if op == "=":
        return is_drawn or number is not None
    return op == "+=" and (is_drawn or (number is not None and number >= 0))


def _spelt(name: str) -> str:
    return "".join(name.split())
