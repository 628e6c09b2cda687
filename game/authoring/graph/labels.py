"""Labels set beside lines: no label lies on a card or on another label.

Knows nothing of what they say. A label goes where it is nearest its line and hides least of others; where there is no
room it goes further off, and a dotted line leads to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from game.authoring.graph import ink
from game.authoring.graph.lettering import CODE, GATE, Face
from game.authoring.graph.lines import Box, Line, Point, along, hull

_WIDEST = 124.0
_GAP = 3.0
_PARTS = (0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95)
_FURTHEST = 900
_FAR = 42.0
_HIDES_A_LINE = 18.0


@dataclass(frozen=True, slots=True)
class Label:
    """A text that belongs to a line."""

    text: str
    line: Line
    is_gate: bool = False
    hover: str = ""

    @property
    def face(self) -> Face:
        return GATE if self.is_gate else CODE


@dataclass(frozen=True, slots=True)
class Placed:
    """A label where it stands; leader is the line that leads to it, where it is far from its own."""

    label: Label
    lines: tuple[str, ...]
    area: Box
    leader: Line | None = None

    def draw(self) -> str:
        """Return the label as SVG."""
        leader = ink.stroke(self.leader, "leader") if self.leader else ""
        middle, _ = self.area.middle
        text = ink.write(self.label.face, self.lines, middle, self.area.y, anchor="middle")
        return ink.group(leader + ink.box(self.area, "halo", corner=3) + text, hover=self.label.hover)


def place_labels(labels: Sequence[Label], cards: Sequence[Box], lines: Sequence[Line]) -> list[Placed]:
    """Return the labels, each in a place of its own; those of short lines, which have least room, choose first."""
    placed: list[Placed] = []
    taken = list(cards)
    for label in sorted(labels, key=lambda each: (_length(each.line), each.text)):
        placed.append(_placed(label, taken, lines))
        taken.append(placed[-1].area)
    return placed


def _placed(label: Label, taken: Sequence[Box], lines: Sequence[Line]) -> Placed:
    widest = max(_WIDEST, *map(label.face.width, label.text.split()))  # no word of a condition is broken
    written = tuple(label.face.wrap(label.text, widest))
    width = max(map(label.face.width, written)) + 2 * _GAP
    height = len(written) * label.face.height + _GAP
    candidates = [_around(middle, width, height) for middle in _beside(label.line)]
    around = hull(candidates)
    near = [each for each in taken if each.overlaps(around, gap=_GAP)]
    others = [line for line in lines if line != label.line and around.is_crossed(line)]
    free = [area for area in candidates if not any(area.overlaps(each, gap=_GAP) for each in near)]
    if free:
        return Placed(label, written, min(free, key=lambda area: _cost(area, label.line, others)))
    far = (_around(middle, width, height) for middle in _spiral(along(label.line, 0.5)))
    area = next(area for area in far if not any(area.overlaps(each, gap=_GAP) for each in taken))
    return Placed(label, written, area, leader=(along(label.line, 0.5), area.middle))


def _cost(area: Box, own: Line, others: Sequence[Line]) -> float:
    x, y = along(own, 0.5)
    away = hypot(area.middle[0] - x, area.middle[1] - y)
    return away + _HIDES_A_LINE * sum(area.is_crossed(line) for line in others)


def _beside(line: Line) -> Iterator[Point]:
    """Yield middles of labels on a line and a little to both sides of it."""
    for part in _PARTS:
        x, y = along(line, part)
        yield from ((x + across, y + down) for across in (0, -_FAR, _FAR) for down in (0, -14, 14, -28, 28))


def _spiral(start: Point) -> Iterator[Point]:
    """Yield middles further and further from a point; the last lie beyond any drawing, so one of them is free."""
    radius = _FAR
    while True:
        yield from (
            (start[0] + radius * cos(turn * pi / 8), start[1] + radius * sin(turn * pi / 8)) for turn in range(16)
        )
        radius += 12 if radius < _FURTHEST else radius


def _around(middle: Point, width: float, height: float) -> Box:
    return Box(middle[0] - width / 2, middle[1] - height / 2, width, height)


def _length(line: Line) -> float:
    return hypot(line[1][0] - line[0][0], line[1][1] - line[0][1])
