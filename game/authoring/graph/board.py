"""Places on a grid, moved one or several at a time to where they cost least.

Knows nothing of why somebody moves them. What costs: ways that are long or lead elsewhere than they say, lines that
cross, and lines that pass over places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from game.authoring.graph.lines import Line, crosses, is_near
from game.authoring.graph.strain import Cell, strain

Link = tuple[str, str, str]
"""The place left, the place reached and the direction."""

_CROSSING = 5.0
_OVER_A_PLACE = 9.0
_NEAR = 0.42  # of a cell: a line nearer than this to the middle of a cell passes over what stands there
_REACH = 2
_MOST_TRIED = 32  # cells for one move, those first where the ways themselves cost least


class Board:
    """The cells of the places that have one so far, and what their ways cost."""

    def __init__(self, links: Sequence[Link]) -> None:
        self.cells: dict[str, Cell] = {}
        self._links = links
        self._pairs = sorted({(min(link[:2]), max(link[:2])) for link in links})

    @property
    def cost(self) -> float:
        """Return what all of it costs."""
        return self._strain(self.cells, (0, 0), self._links) + self._clutter_of(self.cells).cost(self.cells)

    def move(self, block: Sequence[str], shape: Mapping[str, Cell]) -> bool:
        """Put places, which stay to each other as shape says, where they cost least; return whether they moved."""
        shape = {place: shape[place] for place in block}
        was_placed = all(place in self.cells for place in block)
        for place in block:
            self.cells.pop(place, None)
        best = self._best(shape, was_placed=was_placed)
        self.cells.update(_shifted(shape, best))
        return not was_placed or best != (0, 0)

    def _best(self, shape: Mapping[str, Cell], *, was_placed: bool) -> Cell:
        """Return the shift that costs least; of several, to stay or the first."""
        outward = [link for link in self._links if (link[0] in shape) != (link[1] in shape)]
        outward = [link for link in outward if link[0] in self.cells or link[1] in self.cells]
        free = [shift for shift in self._shifts(shape, outward) if self._is_free(shape, shift)]
        strained = [(self._strain(shape, shift, outward), shift != (0, 0) or not was_placed, shift) for shift in free]
        clutter = self._clutter_of(shape)
        best, least = (0, 0), float("inf")
        for strained_by, _, shift in sorted(strained)[:_MOST_TRIED]:
            if strained_by >= least:
                break
            cost = strained_by + clutter.cost(_shifted(shape, shift))
            if cost < least:
                best, least = shift, cost
        return best

    def _shifts(self, shape: Mapping[str, Cell], outward: Sequence[Link]) -> set[Cell]:
        """Return the shifts that bring a place near one that it is joined to, that to stay, and one always free."""
        shifts = {(0, 0), self._below(shape)}
        reach = range(-_REACH, _REACH + 1)
        for start, to, _ in outward:
            own, other = (start, to) if start in shape else (to, start)
            (x, y), (ox, oy) = shape[own], self.cells[other]
            shifts.update((ox - x + dx, oy - y + dy) for dx in reach for dy in reach)
        return shifts

    def _below(self, shape: Mapping[str, Cell]) -> Cell:
        lowest = max((y for _, y in self.cells.values()), default=-1)
        return 0, lowest + 1 - min(y for _, y in shape.values())

    def _is_free(self, shape: Mapping[str, Cell], shift: Cell) -> bool:
        return not set(_shifted(shape, shift).values()) & set(self.cells.values())

    def _strain(self, shape: Mapping[str, Cell], shift: Cell, outward: Sequence[Link]) -> float:
        cells = {**self.cells, **_shifted(shape, shift)}
        return sum(strain(direction, cells[start], cells[to]) for start, to, direction in outward)

    def _clutter_of(self, block: Mapping[str, Cell]) -> _Clutter:
        """Return what is in the way of a block, wherever it goes."""
        known = self.cells.keys() | block.keys()
        pairs = [pair for pair in self._pairs if pair[0] in known and pair[1] in known]
        own = [pair for pair in pairs if pair[0] in block or pair[1] in block]
        others = [(self.cells[a], self.cells[b]) for a, b in pairs if a not in block and b not in block]
        still = {place: cell for place, cell in self.cells.items() if place not in block}
        return _Clutter(own, others, still)


@dataclass(frozen=True, slots=True)
class _Clutter:
    """What a block may cross or pass over: own are the pairs that its lines join, others lines, still places."""

    own: Sequence[tuple[str, str]]
    others: Sequence[Line]
    still: Mapping[str, Cell]

    def cost(self, block: Mapping[str, Cell]) -> float:
        """Return what crossings, and lines over places, cost that have to do with the block."""
        cells = {**self.still, **block}
        lines = [(pair, (cells[pair[0]], cells[pair[1]])) for pair in self.own]
        crossed = sum(crosses(line, other) for _, line in lines for other in self.others)
        crossed += sum(crosses(one, other) for (_, one), (_, other) in combinations(lines, 2))
        over = sum(is_near(cell, line, _NEAR) for cell in block.values() for line in self.others)
        for pair, line in lines:
            over += sum(is_near(cell, line, _NEAR) for place, cell in cells.items() if place not in pair)
        return _CROSSING * crossed + _OVER_A_PLACE * over


def _shifted(shape: Mapping[str, Cell], shift: Cell) -> dict[str, Cell]:
    return {place: (x + shift[0], y + shift[1]) for place, (x, y) in shape.items()}
