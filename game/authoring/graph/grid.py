"""Where places stand on a grid: as their exits' directions say as far as they can, no two on one cell.

Knows nothing of pixels. North is up. What compass directions join is laid out first and then kept together, as a block;
blocks, and then single places, are moved while that lowers the cost of the whole.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from game.authoring.graph.board import Board, Link
from game.authoring.graph.chart import Way
from game.authoring.graph.strain import COMPASS, Cell

_ROUNDS = 4
_EFFORT = 8_000  # tries, times the square of the places: a large world is laid out once
_SHELF = 9  # columns, before places that nothing joins to the others begin a new row


def arrange(places: Sequence[str], ways: Sequence[Way], start: str) -> dict[str, Cell]:
    """Return the cell of each place, from (0, 0); places that no way joins to the others stand beside them."""
    links = [(way.start, way.to, way.direction) for way in ways if way.start != way.to]
    cells: dict[str, Cell] = {}
    column = row = tallest = 0
    for group in _groups(list(dict.fromkeys((start, *places))), links):
        placed = _from_corner(_settled(group, links))
        wide, tall = (max(cell[axis] for cell in placed.values()) + 1 for axis in (0, 1))
        if column and column + wide > _SHELF:
            column, row, tallest = 0, row + tallest, 0
        cells.update({place: (x + column, y + row) for place, (x, y) in placed.items()})
        column, tallest = column + wide, max(tallest, tall)
    return {place: cells[place] for place in places}


def _settled(group: Sequence[str], links: Sequence[Link]) -> dict[str, Cell]:
    """Return the cells of places that ways join: the best of some tries, each of which begins with another block."""
    within = [link for link in links if link[0] in set(group)]
    on_compass = [link for link in within if link[2] in COMPASS]
    blocks = [_block(block, on_compass) for block in _groups(group, on_compass)]
    tries = max(1, min(len(blocks), _EFFORT // len(group) ** 2))
    boards = [_tried((*blocks[first:], *blocks[:first]), within) for first in range(tries)]
    return min(boards, key=lambda board: board.cost).cells


def _tried(blocks: Sequence[Mapping[str, Cell]], links: Sequence[Link]) -> Board:
    """Return a board on which blocks were put one after the other, and then moved until nothing got better."""
    board = Board(links)
    for block in blocks:
        board.move(list(block), block)
    movable = [*([place] for block in blocks for place in block), *(list(block) for block in blocks)]
    for _ in range(_ROUNDS):
        moved = [board.move(each, board.cells) for each in movable if len(each) < len(board.cells)]
        if not any(moved):
            break
    return board


def _block(block: Sequence[str], on_compass: Sequence[Link]) -> dict[str, Cell]:
    """Return the cells of places that compass directions join, as if there were no others."""
    board = Board([link for link in on_compass if link[0] in set(block)])
    for place in block:
        board.move([place], {place: (0, 0)})
    for _ in range(_ROUNDS):
        moved = [board.move([place], board.cells) for place in block]
        if not any(moved):
            break
    return board.cells


def _groups(places: Sequence[str], links: Sequence[Link]) -> Iterator[list[str]]:
    """Yield the places that links join, nearest to the first of them first."""
    joined: dict[str, list[str]] = {place: [] for place in places}
    for start, to, _ in links:
        joined[start].append(to)
        joined[to].append(start)
    known: set[str] = set()
    for first in (place for place in joined if place not in known):
        group, waiting = [], deque([first])
        known.add(first)
        while waiting:
            group.append(waiting.popleft())
            fresh = [place for place in dict.fromkeys(joined[group[-1]]) if place not in known]
            known.update(fresh)
            waiting.extend(fresh)
        yield group


def _from_corner(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """Return the cells without empty rows and columns."""
    columns, rows = (sorted({cell[axis] for cell in cells.values()}) for axis in (0, 1))
    return {place: (columns.index(x), rows.index(y)) for place, (x, y) in cells.items()}
