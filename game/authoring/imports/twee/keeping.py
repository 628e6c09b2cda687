"""In which order a passage asks and sets: a world sets first and tells afterwards, or tells first and sets afterwards.

Knows nothing of how either is written. What is asked of a variable that is set further on is kept in one of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from game.authoring.imports.twee.expressions import Expression, Not, Variable, variables
from game.authoring.imports.twee.nodes import Branch, If, Node, Sets, Shown, links_of, sets_of, walk

MAX_EFFECTS = 49

Nodes = tuple[Node, ...]
Keep = Callable[[Expression], Variable]
"""Gives a new variable for a value that is kept."""


def tells_first(nodes: Nodes) -> bool:
    """Return whether a passage may be told first and set its variables afterwards, all together and on no condition."""
    every = list(walk(nodes))
    sets = [each for each in every if isinstance(each, Sets)]
    if len(sets) > min(len(sets_of(nodes)), MAX_EFFECTS):
        return False
    first, last = _first(every), _last(every)
    return not any(
        first.get(name, at) < at or (bool(links_of((node,))) and last.get(name, at) > at)
        for at, node in enumerate(every)
        for name in _read(node)
    )


def with_kept(nodes: Nodes, keep: Keep) -> Nodes:
    """Return a passage that asks nothing of a variable before it is set: what it asks is kept ahead of that."""
    return _Keeping(nodes, keep).kept(nodes)


class _Keeping:
    """Goes through a passage in its order, as walk does, and counts."""

    def __init__(self, nodes: Nodes, keep: Keep) -> None:
        self._last = _last(list(walk(nodes)))
        self._keep = keep
        self._at = -1

    def kept(self, nodes: Nodes) -> Nodes:
        return tuple(new for node in nodes for new in self._node(node))

    def _node(self, node: Node) -> Iterator[Node]:
        self._at += 1
        match node:
            case Shown(value) if self._changes(value):
                variable = self._keep(value)
                yield Sets(variable.name, value, node.line)
                yield replace(node, value=variable)
            case If(branches):
                yield from self._branches(branches, node.line)
            case _:
                yield node

    def _branches(self, branches: tuple[Branch, ...], line: int) -> Iterator[Node]:
        asked: list[Expression | None] = []
        for each in branches:
            if each.when is None or not self._changes(each.when):
                asked.append(each.when)
                continue
            test = Not(Not(each.when))  # true or false, whatever the condition is made of
            variable = self._keep(test)
            yield Sets(variable.name, test, line)
            asked.append(variable)
        told = (self.kept(each.nodes) for each in branches)
        yield If(tuple(Branch(when, nodes) for when, nodes in zip(asked, told, strict=True)), line)

    def _changes(self, expression: Expression) -> bool:
        """Return whether something is set further on that an expression asked here reads."""
        return any(self._last.get(name, -1) > self._at for name in variables(expression))


def _first(every: list[Node]) -> dict[str, int]:
    """Return where each variable is set first, as a number in the order of walk."""
    return {node.variable: at for at, node in reversed(list(enumerate(every))) if isinstance(node, Sets)}


def _last(every: list[Node]) -> dict[str, int]:
    return {node.variable: at for at, node in enumerate(every) if isinstance(node, Sets)}


def _read(node: Node) -> set[str]:
    """Return the variables that a text or a condition reads."""
    match node:
        case Shown(value):
            return variables(value)
        case If(branches):
            return {name for each in branches if each.when is not None for name in variables(each.when)}
    return set()
