"""The tree of turns as rows of a list: which lines are drawn before each turn.

Knows nothing of widgets, nor of how wide a row is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.session.timeline import Node

MOST_LANES = 10
"""Lanes that are drawn, each two cells wide; what branches further is drawn in one lane beside them."""

_ON, _OFF, _AWAY, _LAST, _MANY = "│ ", "  ", "├─", "╰─", "⋯ "


@dataclass(frozen=True, slots=True)
class Row:
    """A turn and the lines that lead to it, such as "│ ├─"; its own mark stands after them."""

    node: Node
    lines: str


def rows_of(nodes: Sequence[Node]) -> tuple[Row, ...]:
    """Return a row for each turn of a timeline, in its order."""
    rows: list[Row] = []
    below: frozenset[int] = frozenset()  # the lanes whose line goes on under this row
    for node, is_first in reversed(list(zip(nodes, _firsts(nodes), strict=True))):
        rows.append(Row(node, _lines(node.lane, below, is_first=is_first)))
        above = node.lane - 1 if is_first else node.lane
        below = frozenset(lane for lane in below if lane < min(node.lane, MOST_LANES)) | {above}
    return tuple(reversed(rows))


def _firsts(nodes: Sequence[Node]) -> Iterator[bool]:
    """Yield for each turn whether a branch begins with it, rather than going on from the last turn of its lane."""
    depths: list[int] = []  # of the last turn in each lane, up to the one that is read
    for node in nodes:
        yield node.lane > 0 and depths[node.lane : node.lane + 1] != [node.depth - 1]
        depths[node.lane :] = [node.depth]


def _lines(lane: int, below: frozenset[int], *, is_first: bool) -> str:
    lines = [_ON if each in below else _OFF for each in range(min(lane, MOST_LANES))]
    if lane > MOST_LANES:
        lines[-1] = _MANY
    elif is_first:
        lines[-1] = _AWAY if lane - 1 in below else _LAST
    return "".join(lines)
