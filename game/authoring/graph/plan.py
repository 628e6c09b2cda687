"""The map: a card for each place on its cell of the grid, with its scenes, and lines for the ways between them.

Knows nothing of the rest of the drawing. Each half of a line is the way out of the place it touches: dashed where that
is hidden, in the colour of gates where it has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.authoring.graph import ink
from game.authoring.graph.cards import Card, card
from game.authoring.graph.chart import Chart, Way
from game.authoring.graph.grid import arrange
from game.authoring.graph.labels import Label, place_labels
from game.authoring.graph.lettering import CODE, NAME, SCENE, shortened
from game.authoring.graph.lines import Box, Line, along, hull
from game.authoring.graph.strain import COMPASS, Cell

_CARD = 176.0
_ACROSS = 150.0
_DOWN = 84.0
_MOST_SCENES = 12
_MOST_LABEL = 90


@dataclass(frozen=True, slots=True)
class Plan:
    """The map as SVG, its left upper corner at 0, and its size in pixels."""

    drawn: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Half:
    """The ways from one place to another, all drawn as one line from the first as far as half of what parts them."""

    start: str
    to: str
    ways: tuple[Way, ...]
    line: Line
    is_whole: bool

    @property
    def looks(self) -> str:
        """Return the classes of the line: gated and hidden only where there is no other way."""
        barred = "barred" if all(way.gate for way in self.ways) else "way"
        return f"{barred} hidden" if all(way.hidden for way in self.ways) else barred


def draw_plan(chart: Chart) -> Plan:
    """Return the map of a chart."""
    cells = arrange(tuple(chart.places), chart.ways, chart.start)
    cards = {place: _card(chart, place) for place in chart.places}
    boxes = _boxes(cells, cards)
    halves = list(_halves(chart.ways, boxes))
    labels = [label for half in halves if (label := _label(half, cells)) is not None]
    placed = place_labels(labels, list(boxes.values()), [half.line for half in halves])
    drawn = [
        *(_draw_half(half) for half in halves),
        *(cards[place].draw(area.x, area.y) for place, area in boxes.items()),
        *(each.draw() for each in placed),
    ]
    return _framed("".join(drawn), [*boxes.values(), *(each.area for each in placed)])


def _framed(drawn: str, areas: Sequence[Box]) -> Plan:
    """Return drawn things moved so that nothing stands left of or above 0."""
    whole = hull(areas)
    return Plan(f'<g transform="translate({-whole.x:.1f} {-whole.y:.1f})">{drawn}</g>', whole.width, whole.height)


def _card(chart: Chart, place: str) -> Card:
    scenes = chart.scenes_at(place)
    loops = [way.label for way in chart.ways if way.start == way.to == place]
    more = len(scenes) - _MOST_SCENES
    written = [
        (NAME, chart.places[place]),
        (CODE, f"{place} · start" if place == chart.start else place),
        *((CODE, f"↺ {each}") for each in loops),
        *((SCENE, f"• {each.id}{' →' if each.then else ''}") for each in scenes[:_MOST_SCENES]),
        *([(SCENE, f"and {more} more")] if more > 0 else []),
    ]
    return card(_CARD, written, looks="first" if place == chart.start else "", hover=chart.places[place])


def _boxes(cells: Mapping[str, Cell], cards: Mapping[str, Card]) -> dict[str, Box]:
    """Return where each card stands: the middles of those of a row are level."""
    heights: dict[int, float] = {}
    for place, (_, row) in cells.items():
        heights[row] = max(heights.get(row, 0.0), cards[place].height)
    tops, top = {}, 0.0
    for row in range(max(heights) + 1):
        tops[row] = top
        top += heights.get(row, 0.0) + _DOWN
    return {
        place: cards[place].at(column * (_CARD + _ACROSS), tops[row] + (heights[row] - cards[place].height) / 2)
        for place, (column, row) in cells.items()
    }


def _halves(ways: Sequence[Way], boxes: Mapping[str, Box]) -> Iterator[Half]:
    joined: dict[tuple[str, str], list[Way]] = {}
    for way in ways:
        if way.start != way.to:
            joined.setdefault((way.start, way.to), []).append(way)
    for (start, to), between in joined.items():
        line = boxes[start].edge_towards(boxes[to].middle), boxes[to].edge_towards(boxes[start].middle)
        is_whole = (to, start) not in joined
        yield Half(start, to, tuple(between), line if is_whole else (line[0], along(line, 0.5)), is_whole)


def _draw_half(half: Half) -> str:
    marker = ("bar" if half.looks.startswith("barred") else "tip") if half.is_whole else ""
    return ink.group(ink.stroke(half.line, half.looks, marker=marker), hover=_said(half))


def _label(half: Half, cells: Mapping[str, Cell]) -> Label | None:
    """Return what is written beside a line; nothing where it says itself which way it leads."""
    start, to = cells[half.start], cells[half.to]
    told = [way.label for way in half.ways if way.gate or not _is_plain(way.direction, start, to)]
    if not told:
        return None
    text = shortened(", ".join(told), _MOST_LABEL)
    return Label(text, half.line, is_gate=any(way.gate for way in half.ways), hover=_said(half))


def _is_plain(direction: str, start: Cell, to: Cell) -> bool:
    """Return whether a line between two cells leads just where a compass direction says."""
    across, down = to[0] - start[0], to[1] - start[1]
    way = ((across > 0) - (across < 0), (down > 0) - (down < 0))
    is_straight = not across or not down or abs(across) == abs(down)
    return is_straight and COMPASS.get(direction) == way


def _said(half: Half) -> str:
    hidden = {True: " (hidden)", False: ""}
    return "; ".join(f"{half.start} → {half.to}, {way.label}{hidden[way.hidden]}" for way in half.ways)
