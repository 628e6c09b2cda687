"""The variables of a story as facts: of which type each is, and what it is before the story begins.

Knows nothing of passages but what they set and ask. A fact has one type: that of the first value that is set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.authoring.imports.twee.expressions import (
    ARITHMETIC,
    COMPARISONS,
    Binary,
    Draw,
    Expression,
    Literal,
    Minus,
    Not,
    Roll,
    Seen,
    Value,
    Variable,
    parts,
)
from game.authoring.imports.twee.nodes import If, Link, Node, Sets, Words, walk
from game.authoring.imports.twee.notebook import Notebook, shown
from game.authoring.imports.twee.writing import MAX_TEXT
from game.rules.expressions import bounded

NEUTRAL: dict[type, Value] = {bool: False, int: 0, str: ""}
_REASONS = {"+": int.__add__, "-": int.__sub__, "*": int.__mul__}

Nodes = tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """The type and the first value of each variable."""

    types: dict[str, type]
    beginnings: dict[str, Value]


def facts_of(passages: Iterable[Nodes], setup: Nodes, notebook: Notebook) -> Facts:
    """Return what the variables of a story are; setup is what is set before it begins."""
    told = list(passages)
    facts = Facts({}, {})
    for each in setup:
        _begin(each, facts, notebook)
    every = [each for nodes in told for each in sets_in(nodes)]
    for each in (*every, *every):  # twice: a variable may be set to one that is first set further on
        kind = kind_of(each.value, facts.types)
        if kind is not None:
            facts.types.setdefault(each.variable, kind)
    for each in every:
        facts.types.setdefault(each.variable, int)
    for nodes in told:
        _guess(nodes, facts, notebook)
    for name, kind in facts.types.items():
        facts.beginnings.setdefault(name, NEUTRAL[kind])
    return facts


def sets_in(nodes: Nodes) -> Iterator[Sets]:
    """Yield all that nodes set, at any depth and by links too."""
    for node in walk(nodes):
        match node:
            case Sets():
                yield node
            case Link(do=do):
                yield from do


def kind_of(expression: Expression, types: dict[str, type]) -> type | None:
    """Return the type of an expression, if that of its variables is known."""
    match expression:
        case Literal(value):
            return type(value)
        case Variable(name):
            return types.get(name)
        case Not() | Seen():
            return bool
        case Draw():
            return str
        case Minus() | Roll():
            return int
        case Binary("+", left, _):
            return kind_of(left, types) or int
        case Binary(sign) if sign in ARITHMETIC:
            return int
    return bool


def _begin(node: Node, facts: Facts, notebook: Notebook) -> None:
    """Keep what a variable is set to before the story, as far as that is known there."""
    if isinstance(node, If):
        notebook.add(node.line, "what is set under a condition before the story begins was left out")
    if not isinstance(node, Sets):
        return
    value = _known(node.value, facts.beginnings)
    kind = facts.types.get(node.variable)
    if value is None or (kind is not None and type(value) is not kind) or len(str(value)) > MAX_TEXT:
        notebook.add(node.line, f"what '{shown(node.variable)}' is at first is not a plain value, and was left out")
        return
    facts.beginnings[node.variable] = value
    facts.types[node.variable] = type(value)


def _known(expression: Expression, values: dict[str, Value]) -> Value | None:
    """Return what an expression comes to, as far as the values of variables are known."""
    match expression:
        case Literal(value):
            return value
        case Variable(name):
            return values.get(name)
        case Minus(of):
            return _reckoned("-", 0, _known(of, values))
        case Not(of):
            known = _known(of, values)
            return None if known is None else not known
        case Binary(sign, left, right):
            return _reckoned(sign, _known(left, values), _known(right, values))
    return None


def _reckoned(sign: str, one: Value | None, other: Value | None) -> Value | None:
    if sign not in _REASONS or type(one) is not int or type(other) is not int:
        return None
    return bounded(_REASONS[sign](one, other))


def _guess(nodes: Nodes, facts: Facts, notebook: Notebook) -> None:
    """Give what is read and never set the type of what it is compared, reckoned or set with."""
    for node in walk(nodes):
        every = [part for each in _read_by(node) for part in parts(each)]
        kinds = {name: kind for part in every for name, kind in _met(part)}
        for each in every:
            if isinstance(each, Variable) and each.name not in facts.types:
                kind = facts.types[each.name] = kinds.get(each.name, bool)
                notebook.add(_line(node), f"nothing sets '{shown(each.name)}'; it is always {_SAID[kind]}")


def _read_by(node: Node) -> list[Expression]:
    """Return what a node asks, and what is set by it; what is shown stands as it is written where nothing sets it."""
    match node:
        case If(branches):
            return [each.when for each in branches if each.when is not None]
        case Sets(_, value):
            return [value]
        case Link(do=do):
            return [each.value for each in do]
    return []


def _line(node: Node) -> int:
    return 0 if isinstance(node, Words) else node.line


def _met(expression: Expression) -> Iterator[tuple[str, type]]:
    """Yield the variables that meet something of a known type in an expression, and the type."""
    match expression:
        case Binary(sign, Variable(name), Literal(value)) if sign in COMPARISONS:
            yield name, type(value)
        case Binary(sign, left, right) if sign in ARITHMETIC:
            yield from ((each.name, int) for each in (left, right) if isinstance(each, Variable))


_SAID = {bool: "false", int: "0", str: "an empty text"}
