"""A chart as one SVG drawing: the map, and under it the scenes, quests and endings.

Knows nothing of files. The drawing needs nothing from elsewhere; it is light or dark as the reader's system is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.authoring.graph import ink
from game.authoring.graph.cards import Card, card, stack
from game.authoring.graph.chart import Chart, Finish, Task
from game.authoring.graph.leads import draw_leads
from game.authoring.graph.lettering import CODE, GATE, HEADING, NAME, NOTE, SCENE, TITLE, shortened
from game.authoring.graph.lines import Box
from game.authoring.graph.plan import draw_plan

_MARGIN = 32.0
_NARROWEST = 900.0
_GAP = 16.0
_WIDTH = 280.0
_MOST_SAID = 160
_LEGEND = (
    "Each half of a line is the way out of the place it touches. Dashed: hidden until its condition holds. "
    "In colour, with a label: only while that holds. An arrow: there is no way back. "
    "• is a scene that begins there; → leads on to another."
)


def to_svg(chart: Chart) -> str:
    """Return the drawing as the text of an SVG file."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{draw(chart)}\n'


def draw(chart: Chart) -> str:
    """Return the drawing as an element that may stand in a page."""
    plan = draw_plan(chart)
    width = max(plan.width, _NARROWEST)
    head, top = _head(chart, width)
    drawn = [head, f'<g transform="translate({_MARGIN:g} {top:.1f})">{plan.drawn}</g>']
    below, right, bottom = _below(chart, width, top + plan.height + 2 * _GAP)
    whole = Box(0, 0, max(width, right - _MARGIN) + 2 * _MARGIN, bottom + _MARGIN)
    return _element(chart, whole, "".join((*drawn, below)))


def _element(chart: Chart, whole: Box, drawn: str) -> str:
    size = f'width="{whole.width:.0f}" height="{whole.height:.0f}" viewBox="0 0 {whole.width:.0f} {whole.height:.0f}"'
    markers = "".join((ink.arrow("tip", "tip"), ink.arrow("bar", "bar"), ink.arrow("point", "point")))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="chart-title chart-about">'
        f'<title id="chart-title">{ink.escaped(chart.title)}: a map</title>'
        f'<desc id="chart-about">{ink.escaped(chart.counted)} {ink.escaped(_LEGEND)}</desc>'
        f"{ink.style()}<defs>{markers}</defs>{ink.box(whole, 'paper')}{drawn}</svg>"
    )


def _head(chart: Chart, width: float) -> tuple[str, float]:
    """Return title and legend, and where the map begins."""
    legend = NOTE.wrap(f"{chart.counted} {_LEGEND}", width)
    under = _MARGIN + TITLE.height + 4
    drawn = ink.write(TITLE, [chart.title], _MARGIN, _MARGIN) + ink.write(NOTE, legend, _MARGIN, under)
    return drawn, under + len(legend) * NOTE.height + 2 * _GAP


def _below(chart: Chart, width: float, y: float) -> tuple[str, float, float]:
    """Return what stands under the map, and where it ends to the right and below."""
    drawn, right = [], 0.0
    if any(scene.then for scene in chart.scenes):
        leads, right, end = draw_leads(chart, x=_MARGIN, y=y + HEADING.height + 6)
        drawn += [ink.write(HEADING, ["Scenes that lead on"], _MARGIN, y), leads]
        y = end + 2 * _GAP
    sections: Sequence[tuple[str, Iterable[Card]]] = (
        ("Scenes of no one place", _loose(chart)),
        ("Quests", map(_quest, chart.quests)),
        ("Endings", map(_ending, chart.endings)),
    )
    for heading, cards in sections:
        if shown := list(cards):
            drawn.append(ink.write(HEADING, [heading], _MARGIN, y))
            more, end = stack(shown, x=_MARGIN, y=y + HEADING.height + 6, width=width, gap=_GAP)
            drawn.append(more)
            y = end + 2 * _GAP
    return "".join(drawn), right, y - 2 * _GAP


def _loose(chart: Chart) -> Iterable[Card]:
    for scene in chart.loose:
        name = f"{scene.id} →" if scene.then else scene.id
        yield card(_WIDTH, [(SCENE, name), (CODE, shortened(scene.when, _MOST_SAID))], hover=scene.when)


def _quest(quest: Task) -> Card:
    written = [(NAME, quest.name), (CODE, quest.id)]
    written += [(GATE, f"begins: {quest.when}")] if quest.when else []
    for number, (goal, done) in enumerate(quest.stages, 1):
        step = f"{number}. " if len(quest.stages) > 1 else ""
        written += [(NOTE, step + shortened(goal, _MOST_SAID)), (CODE, f"done: {done}")]
    return card(_WIDTH, written, looks="of-quest")


def _ending(ending: Finish) -> Card:
    return card(_WIDTH, [(NAME, ending.title), (CODE, ending.id), (GATE, ending.when)], looks="of-ending")
