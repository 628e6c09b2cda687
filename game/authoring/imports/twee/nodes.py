"""What a passage is once its format is read: words, values, links, and what happens, in the order in which they stand.

Knows nothing of formats, and nothing of worlds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from game.authoring.imports.twee.expressions import Expression


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A value, shown in the text. written is what stands there, where that would be shown of a variable never set."""

    value: Expression
    line: int
    written: str = ""


@dataclass(frozen=True, slots=True)
class Sets:
    """A variable that is given a value."""

    variable: str
    value: Expression
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    """A way on to the passage named `to`: None is the one the player came from, "" is none at all.

    said is what of it stands in the text, do what happens when it is taken, tells what is read then where it leads
    nowhere.
    """

    label: str
    to: str | None
    line: int
    said: str = ""
    do: tuple[Sets, ...] = ()
    tells: str = ""


@dataclass(frozen=True, slots=True)
class Includes:
    """Another passage, shown in the midst of this one."""

    passage: str
    line: int


@dataclass(frozen=True, slots=True)
class Branch:
    """What stands under a condition; without one, what stands under all others failing."""

    when: Expression | None
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class If:
    """Branches of which the first that fits counts."""

    branches: tuple[Branch, ...]
    line: int


Node = Words | Shown | Sets | Link | Includes | If


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield nodes and all within them, in their order."""
    for node in nodes:
        yield node
        if isinstance(node, If):
            for branch in node.branches:
                yield from walk(branch.nodes)


def mapped(nodes: Iterable[Node], change: Callable[[Node], Iterable[Node]]) -> tuple[Node, ...]:
    """Return nodes with each, those within branches first, in the place of which stand those that change gives."""
    return tuple(new for node in nodes for new in change(_within(node, change)))


def _within(node: Node, change: Callable[[Node], Iterable[Node]]) -> Node:
    if not isinstance(node, If):
        return node
    return If(tuple(Branch(each.when, mapped(each.nodes, change)) for each in node.branches), node.line)


def links_of(nodes: Iterable[Node]) -> list[Link]:
    """Return the links among nodes that lead anywhere, at any depth."""
    return [each for each in walk(nodes) if isinstance(each, Link) and each.to != ""]


def sets_of(nodes: Iterable[Node]) -> tuple[Sets, ...]:
    """Return what is set among nodes, under no condition."""
    return tuple(each for each in nodes if isinstance(each, Sets))


def silenced(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Return what nodes do, without what they say."""
    return mapped(nodes, lambda node: () if isinstance(node, Words | Shown | Link) else (node,))
