"""Geometry of straight lines and boxes, in whatever unit they are given.

Knows nothing of what they stand for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

Point = tuple[float, float]
Line = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle: its left upper corner, width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> Point:
        return self.x + self.width / 2, self.y + self.height / 2

    def overlaps(self, other: Box, *, gap: float = 0) -> bool:
        """Return whether two boxes share a point, or come nearer than gap."""
        return (
            self.x < other.x + other.width + gap
            and other.x < self.x + self.width + gap
            and self.y < other.y + other.height + gap
            and other.y < self.y + self.height + gap
        )

    def is_crossed(self, line: Line) -> bool:
        """Return whether a line enters the box."""
        (x, y), right, bottom = (self.x, self.y), self.x + self.width, self.y + self.height
        if any(x < px < right and y < py < bottom for px, py in line):
            return True
        return crosses(line, ((x, y), (right, bottom))) or crosses(line, ((x, bottom), (right, y)))

    def edge_towards(self, point: Point) -> Point:
        """Return where the line from the middle to a point outside leaves the box."""
        (x, y), (px, py) = self.middle, point
        across, down = px - x, py - y
        reach = max(abs(across) / (self.width / 2), abs(down) / (self.height / 2))
        return (x + across / reach, y + down / reach) if reach else (x, y)


def hull(boxes: Sequence[Box]) -> Box:
    """Return the smallest box that holds all of some boxes."""
    left, top = min(each.x for each in boxes), min(each.y for each in boxes)
    right, bottom = max(each.x + each.width for each in boxes), max(each.y + each.height for each in boxes)
    return Box(left, top, right - left, bottom - top)


def along(line: Line, part: float) -> Point:
    """Return the point at a part, from 0 to 1, of a line."""
    (ax, ay), (bx, by) = line
    return ax + (bx - ax) * part, ay + (by - ay) * part


def crosses(one: Line, other: Line) -> bool:
    """Return whether two lines cross; to touch at an end is not to cross."""
    (a, b), (c, d) = one, other
    for axis in (0, 1):  # most lines are nowhere near each other, and this is asked often
        first, last = (a[axis], b[axis]) if a[axis] < b[axis] else (b[axis], a[axis])
        if (c[axis] < first and d[axis] < first) or (c[axis] > last and d[axis] > last):
            return False
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def distance_to(point: Point, line: Line) -> float:
    """Return how far a point is from the nearest point of a line."""
    (ax, ay), (bx, by) = line
    across, down = bx - ax, by - ay
    square = across * across + down * down
    part = ((point[0] - ax) * across + (point[1] - ay) * down) / square if square else 0.0
    near = along(line, min(1.0, max(0.0, part)))
    return hypot(point[0] - near[0], point[1] - near[1])


def is_near(point: Point, line: Line, reach: float) -> bool:
    """Return whether a point is nearer than reach to a line."""
    (ax, ay), (bx, by) = line
    x, y = point
    if (x < ax - reach and x < bx - reach) or (x > ax + reach and x > bx + reach):
        return False
    if (y < ay - reach and y < by - reach) or (y > ay + reach and y > by + reach):
        return False
    return distance_to(point, line) < reach


def _side(a: Point, b: Point, c: Point) -> float:
    """Return a number above 0 where c is on one side of the line through a and b, below 0 on the other."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
