"""How badly a line between two cells shows a direction: what a layout pays for it.

Knows nothing of boards. Compass directions are strict; up and down lean; all others want no more than to be near.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot

Cell = tuple[int, int]
"""Column and row; rows count downwards."""

COMPASS: Mapping[str, Cell] = {
    "north": (0, -1),
    "northeast": (1, -1),
    "east": (1, 0),
    "southeast": (1, 1),
    "south": (0, 1),
    "southwest": (-1, 1),
    "west": (-1, 0),
    "northwest": (-1, -1),
}
_LEANING: Mapping[str, Cell] = {"up": (0, -1), "down": (0, 1)}
_WRONG_WAY = 7.0
_LEANS_WRONG = 1.5
_LONGER = 2.0
_SLANT = 0.3


def strain(direction: str, start: Cell, to: Cell) -> float:
    """Return the cost, 0.1 at the least, of a way from one cell to another."""
    x, y = to[0] - start[0], to[1] - start[1]
    cost = _LONGER * (max(abs(x), abs(y)) - 1) + 0.1 * hypot(x, y)
    if wanted := COMPASS.get(direction):
        return cost + _WRONG_WAY * (1 - _cosine((x, y), wanted))
    if wanted := _LEANING.get(direction):
        cost += _LEANS_WRONG * (1 - _cosine((x, y), wanted))
    return cost + (_SLANT if x and y else 0.0)


def _cosine(one: Cell, other: Cell) -> float:
    return (one[0] * other[0] + one[1] * other[1]) / (hypot(*one) * hypot(*other))
