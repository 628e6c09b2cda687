"""Cards: boxes that hold lines of writing, measured before they are drawn.

Knows nothing of where they stand among others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.authoring.graph import ink
from game.authoring.graph.lettering import Face
from game.authoring.graph.lines import Box

_PAD = 10.0
_CORNER = 6.0

Written = tuple[Face, str]


@dataclass(frozen=True, slots=True)
class Card:
    """A card of a width, in pixels, with its lines. looks are classes of its border; hover is shown on pointing."""

    width: float
    lines: tuple[Written, ...]
    looks: str = ""
    hover: str = ""

    @property
    def height(self) -> float:
        """Return the height in pixels."""
        return sum(face.height for face, _ in self.lines) + 2 * _PAD

    def at(self, x: float, y: float) -> Box:
        """Return the box it takes with its corner there."""
        return Box(x, y, self.width, self.height)

    def draw(self, x: float, y: float) -> str:
        """Return the card as SVG, its corner there."""
        drawn = [ink.box(self.at(x, y), f"card {self.looks}".strip(), corner=_CORNER)]
        down = y + _PAD
        for face, line in self.lines:
            drawn.append(ink.write(face, [line], x + _PAD, down))
            down += face.height
        return ink.group("".join(drawn), hover=self.hover) if self.hover else "".join(drawn)


def card(width: float, written: Iterable[Written], *, looks: str = "", hover: str = "") -> Card:
    """Return a card with each text broken to the card's width; texts that are empty take no line."""
    lines = [(face, line) for face, text in written for line in face.wrap(text, width - 2 * _PAD)]
    return Card(width, tuple(lines), looks, hover)


def stack(cards: Sequence[Card], *, x: float, y: float, width: float, gap: float) -> tuple[str, float]:
    """Return cards of one width in as many columns as fit, the shortest column first; and where they end below."""
    if not cards:
        return "", y
    columns = [y] * max(1, min(len(cards), int((width + gap) // (cards[0].width + gap))))
    drawn = []
    for each in cards:
        column = columns.index(min(columns))
        drawn.append(each.draw(x + column * (each.width + gap), columns[column]))
        columns[column] += each.height + gap
    return "".join(drawn), max(columns) - gap
