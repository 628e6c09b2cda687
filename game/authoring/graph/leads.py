"""Which scene leads to which, drawn: a box for each scene, further right than those that lead to it.

Knows nothing of the rest of the drawing.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.authoring.graph.cards import Card, card
from game.authoring.graph.chart import Chart, Storylet
from game.authoring.graph.lettering import CODE, SCENE
from game.authoring.graph.lines import Box

_WIDTH = 176.0
_ACROSS = 64.0
_DOWN = 14.0


def draw_leads(chart: Chart, *, x: float, y: float) -> tuple[str, float, float]:
    """Return the drawing, and where it ends to the right and below; nothing where no scene leads to another."""
    told = [scene for scene in chart.scenes if scene.then]
    ids = dict.fromkeys(each for scene in told for each in (scene.id, *scene.then))
    scenes = {scene.id: scene for scene in chart.scenes if scene.id in ids}
    cards = {name: _card(chart, scene) for name, scene in scenes.items()}
    boxes = _boxes(scenes, cards, x, y)
    arrows = [_arrow(boxes[scene.id], boxes[then]) for scene in told for then in scene.then]
    drawn = [cards[name].draw(area.x, area.y) for name, area in boxes.items()]
    right = max((area.x + area.width for area in boxes.values()), default=x)
    below = max((area.y + area.height for area in boxes.values()), default=y)
    return "".join((*arrows, *drawn)), right, below


def _boxes(scenes: Mapping[str, Storylet], cards: Mapping[str, Card], x: float, y: float) -> dict[str, Box]:
    """Return where each card stands: beside the first scene that leads to it, as near as those above it allow."""
    depths = _depths(scenes)
    boxes: dict[str, Box] = {}
    for depth in sorted(set(depths.values())):
        beside = {name: _top_before(name, scenes, boxes, y) for name in scenes if depths[name] == depth}
        top = y
        for name in sorted(beside, key=lambda each: beside[each]):
            top = max(top, beside[name])
            boxes[name] = cards[name].at(x + depth * (_WIDTH + _ACROSS), top)
            top += cards[name].height + _DOWN
    return boxes


def _top_before(name: str, scenes: Mapping[str, Storylet], boxes: Mapping[str, Box], otherwise: float) -> float:
    return min((boxes[each].y for each in boxes if name in scenes[each].then), default=otherwise)


def _depths(scenes: Mapping[str, Storylet]) -> dict[str, int]:
    """Return how many scenes at the most lead up to each; a scene that leads back to itself counts once."""
    depths = dict.fromkeys(scenes, 0)
    for _ in scenes:
        deeper = {then: depths[scene.id] + 1 for scene in scenes.values() for then in scene.then if then != scene.id}
        grown = {name: max(depth, deeper.get(name, 0)) for name, depth in depths.items()}
        if grown == depths or max(grown.values()) >= len(scenes):
            break
        depths = grown
    return depths


def _card(chart: Chart, scene: Storylet) -> Card:
    places = ", ".join(chart.places[place] for place in scene.places or ())
    written = [(SCENE, scene.id), (CODE, places or "anywhere")]
    return card(_WIDTH, written, looks="of-scene", hover=scene.when)


def _arrow(start: Box, to: Box) -> str:
    ax, ay = start.x + start.width, start.middle[1]
    bx, by = to.x, to.middle[1]
    bend = max(40.0, abs(bx - ax) / 2)
    path = f"M{ax:.1f} {ay:.1f}C{ax + bend:.1f} {ay:.1f} {bx - bend:.1f} {by:.1f} {bx:.1f} {by:.1f}"
    return f'<path class="lead" d="{path}" marker-end="url(#point)"/>'
