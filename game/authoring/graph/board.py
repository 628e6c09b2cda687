"""Places on a grid, moved one or several at a time to where they cost least.

Knows nothing of why somebody moves them. What costs: ways that are long or lead elsewhere than they say, lines that
cross, and lines that pass over places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.authoring.graph.lines import Line, crosses, distance_to
from game.authoring.graph.strain import Cell, strain

Link = tuple[str, str, str]
"""The place left, the place reached and the direction."""

_CROSSING = 5.0
_OVER_A_PLACE = 9.0
_NEAR = 0.42  # of a cell: a line nearer than this to the middle of a cell passes over what stands there
_REACH = 2


class Board:
    """The cells of the places that have one so far, and what their ways cost."""

    def __init__(self, links: Sequence[Link]) -> None:
        self.cells: dict[str, Cell] = {}
        self._links = links
        self._pairs = sorted({(min(link[:2]), max(link[:2])) for link in links})

    @property
    def cost(self) -> float:
        """Return what all of it costs."""
        return self._strain(self.cells, (0, 0), self._links) + self._clutter(self.cells)

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
        best, least = (0, 0), float("inf")
        for strained_by, _, shift in sorted(strained):
            if strained_by >= least:
                break
            cost = strained_by + self._clutter(_shifted(shape, shift))
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

    def _clutter(self, block: Mapping[str, Cell]) -> float:
        """Return what crossings and lines over places cost that have to do with a block."""
        cells = {**self.cells, **block}
        lines = {pair: (cells[pair[0]], cells[pair[1]]) for pair in self._pairs if all(each in cells for each in pair)}
        own = {pair: line for pair, line in lines.items() if pair[0] in block or pair[1] in block}
        others = [line for pair, line in lines.items() if pair not in own]
        crossed = sum(crosses(one, other) for one in own.values() for other in others)
        crossed += sum(crosses(one, other) for one, other in _pairs_of(list(own.values())))
        over = sum(self._is_over(line, pair, cells) for pair, line in own.items())
        over += sum(distance_to(cell, line) < _NEAR for cell in block.values() for line in others)
        return _CROSSING * crossed + _OVER_A_PLACE * over

    def _is_over(self, line: Line, pair: tuple[str, str], cells: Mapping[str, Cell]) -> int:
        """Return how many places a line passes over, its own not counted."""
        return sum(distance_to(cell, line) < _NEAR for place, cell in cells.items() if place not in pair)


def _shifted(shape: Mapping[str, Cell], shift: Cell) -> dict[str, Cell]:
    return {place: (x + shift[0], y + shift[1]) for place, (x, y) in shape.items()}


def _pairs_of(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    yield from ((one, other) for n, one in enumerate(lines) for other in lines[n + 1 :])
