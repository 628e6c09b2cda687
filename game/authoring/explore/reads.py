"""What of a state the rules of one world can read and write: found in the sources of its conditions and effects.

Knows nothing of searches. It may name too much, never too little: what it leaves out cannot make a difference.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from game.rules.effects import SHAPE, Effect
from game.rules.expressions import Condition, parse_expression
from game.rules.names import CLOCK_WORDS
from game.rules.texts import Piece, Text
from game.rules.world import Choice, Rule, World

_NAMED = re.compile(r"(\w+)\(\s*(\w+)\s*\)|\w+")
_TOLD = frozenset({"lore", "secrets"})
_ELSEWHERE = frozenset({"paths", "names"})

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
    parts = tuple(parts_of(world))
    reads = [read for part in parts for read in _reads_of(part)]
    effects = [shape for part in parts if isinstance(part, Effect) and (shape := SHAPE.match(part.source))]
    falling = {_spelt(shape["target"]) for shape in effects if not _only_rises(shape["op"], shape["value"])}
    if world.names.clock and set(CLOCK_WORDS) & {name for name, _ in reads}:
        reads.append(("time", None))
    falling |= {name for name, limit in reads if limit is None}
    compared = {name for name, _ in reads} - falling
    limits = {name: max(limit or 0 for each, limit in reads if each == name) for name in compared}
    written = frozenset(_spelt(shape["target"]) for shape in effects)
    return Reads(frozenset(name for name, _ in reads), written, limits)


def parts_of(world: World, *, told: bool = False) -> Iterator[Part]:
    """Yield every condition and effect that the rules follow, and the pieces of texts that they ask for words.

    told adds what only decides how something is told.
    """
    yield from _parts((world, tuple(world.names.tables.values())), told)


def names_read(parts: Iterable[Part]) -> frozenset[str]:
    """Return the names that some parts read, as authors write them."""
    return frozenset(name for part in parts for name, _ in _reads_of(part))


def _parts(value: Any, told: bool) -> Iterator[Part]:  # noqa: FBT001 - passed on unchanged
    if isinstance(value, Condition | Effect | Piece):
        yield value
    elif isinstance(value, Mapping):
        yield from (part for each in value.values() for part in _parts(each, told))
    elif isinstance(value, tuple):
        yield from (part for each in value for part in _parts(each, told))
    elif is_dataclass(value):
        for each in fields(value):
            inner = getattr(value, each.name)
            if told or (each.name not in _TOLD and (not isinstance(inner, Text) or _is_asked_for(value, each.name))):
                yield from _parts(inner, told) if each.name not in _ELSEWHERE else ()


def _is_asked_for(owner: Any, field: str) -> bool:
    """Return whether the rules ask if a text has anything to say, and not only tell it."""
    return isinstance(owner, Choice | Rule) and field == "refuse"


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
