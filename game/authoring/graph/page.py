"""A chart as a page of HTML that stands alone: the drawing, and the same in words for those who read rather than look.

Knows nothing of how the drawing is laid out. No scripts, and nothing from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.authoring.graph.chart import Chart, Finish, Storylet, Task, Way
from game.authoring.graph.ink import escaped
from game.authoring.graph.svg import draw

_STYLE = """
:root{color-scheme:light dark} body{margin:0 auto;padding:1rem 1.5rem;font:16px/1.5 system-ui,sans-serif;
background:#faf8f3;color:#1f2328} figure{margin:0;overflow:auto;max-height:90vh;border:1px solid #8b929b}
figure:focus-visible{outline:3px solid #5b3fa8} main section{max-width:60rem} code{font-size:.9em}
@media (prefers-color-scheme:dark){body{background:#14161a;color:#e8e6e1}}
"""


def to_page(chart: Chart) -> str:
    """Return the page as the text of an HTML file."""
    title = escaped(chart.title)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{title}: a map</title>\n<meta name="description" content="{escaped(chart.counted)}">\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1{_tongue(chart)}>{title}</h1>\n{_about(chart)}<p>{escaped(chart.counted)}</p>\n"
        f'<figure tabindex="0" aria-label="The map, which scrolls">{draw(chart)}</figure>\n'
        f"{''.join(_sections(chart))}</main>\n</body>\n</html>\n"
    )


def _tongue(chart: Chart) -> str:
    """Return the attribute that says which language the author's words are in."""
    return f' lang="{escaped(chart.language)}"'


def _about(chart: Chart) -> str:
    return f"<p{_tongue(chart)}>{escaped(chart.about)}</p>\n" if chart.about else ""


def _sections(chart: Chart) -> Iterable[str]:
    yield _section("Places and ways", "".join(_place(chart, place) for place in chart.places))
    yield _section("Scenes", _list(_scene(chart, each) for each in chart.scenes))
    yield _section("Quests", _list(_quest(chart, each) for each in chart.quests))
    yield _section("Endings", _list(_ending(chart, each) for each in chart.endings))


def _section(heading: str, content: str) -> str:
    return f"<section>\n<h2>{heading}</h2>\n{content}</section>\n" if content else ""


def _list(items: Iterable[str]) -> str:
    listed = "".join(f"<li>{each}</li>\n" for each in items)
    return f"<ul>\n{listed}</ul>\n" if listed else ""


def _place(chart: Chart, place: str) -> str:
    ways = _list(_way(chart, way) for way in chart.ways if way.start == place)
    scenes = ", ".join(_code(each.id) for each in chart.scenes_at(place))
    start = " The story begins here." if place == chart.start else ""
    begin = f"<p>Scenes: {scenes}.</p>\n" if scenes else ""
    return f"<h3>{_named(chart, chart.places[place])} {_code(place)}</h3>\n{_paragraph(start)}{ways}{begin}"


def _way(chart: Chart, way: Way) -> str:
    gate = f", while {_code(way.gate)}" if way.gate else ""
    hidden = ", hidden" if way.hidden else ""
    return f"{_named(chart, way.direction)} to {_named(chart, chart.places[way.to])}{hidden}{gate}"


def _scene(chart: Chart, scene: Storylet) -> str:
    places = ", ".join(_named(chart, chart.places[place]) for place in scene.places or ())
    when = f", when {_code(scene.when)}" if scene.when else ""
    then = f"; leads to {', '.join(map(_code, scene.then))}" if scene.then else ""
    return f"{_code(scene.id)} ({places or 'anywhere'}){when}{then}"


def _quest(chart: Chart, quest: Task) -> str:
    begins = f", begins when {_code(quest.when)}" if quest.when else ""
    stages = "".join(f"<li>{_named(chart, goal)} Done when {_code(done)}.</li>\n" for goal, done in quest.stages)
    return f"{_named(chart, quest.name)} {_code(quest.id)}{begins}\n<ol>\n{stages}</ol>"


def _ending(chart: Chart, ending: Finish) -> str:
    return f"{_named(chart, ending.title)} {_code(ending.id)}, when {_code(ending.when)}"


def _named(chart: Chart, text: str) -> str:
    return f"<span{_tongue(chart)}>{escaped(text)}</span>"


def _code(text: str) -> str:
    return f"<code>{escaped(text)}</code>"


def _paragraph(text: str) -> str:
    return f"<p>{text.strip()}</p>\n" if text else ""
