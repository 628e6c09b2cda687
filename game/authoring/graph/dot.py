"""A chart as the text of a Graphviz graph (https://graphviz.org/doc/info/lang.html).

Knows nothing of worlds. Every name and label is a quoted string with quotes and backslashes escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.authoring.graph.chart import Chart, Storylet, Task, Way

_PLACE = {"shape": "box", "style": "filled", "fillcolor": "#fffdf5"}
_SCENE = {"shape": "box", "style": "rounded,filled", "fillcolor": "#efeafc"}
_QUEST = {"shape": "hexagon", "style": "filled", "fillcolor": "#e6f2ec"}
_STAGE = {"shape": "box", "style": "filled", "fillcolor": "#e6f2ec"}
_ENDING = {"shape": "doubleoctagon", "style": "filled", "fillcolor": "#fbe9e7"}


def to_dot(chart: Chart) -> str:
    """Return the graph, with a newline at its end."""
    lines = [f"label={quoted(chart.title)}", "labelloc=t", 'node [fontname="sans-serif"]', 'edge [fontsize="10"]']
    for place, name in chart.places.items():
        heavy = {"penwidth": "3"} if place == chart.start else {}
        lines.append(_node(f"place:{place}", name, {**_PLACE, **heavy}))
    lines += [_way(each) for each in chart.ways]
    lines += [line for each in chart.scenes for line in _scene(each)]
    lines += [line for each in chart.quests for line in _quest(each)]
    lines += [_node(f"ending:{each.id}", f"{each.title}\n{each.when}", _ENDING) for each in chart.endings]
    return "digraph world {\n" + "".join(f"    {line};\n" for line in lines) + "}\n"


def quoted(text: str) -> str:
    """Return text as a quoted string of DOT that is shown as it is."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _node(name: str, label: str, looks: Mapping[str, str]) -> str:
    return f"{quoted(name)} [{_attributes({'label': label, **looks})}]"


def _edge(start: str, to: str, looks: Mapping[str, str]) -> str:
    return f"{quoted(start)} -> {quoted(to)} [{_attributes(looks)}]"


def _attributes(values: Mapping[str, str]) -> str:
    return ", ".join(f"{key}={quoted(value)}" for key, value in values.items())


def _way(way: Way) -> str:
    looks = {"label": way.label, "style": "dashed" if way.hidden else "solid"}
    return _edge(f"place:{way.start}", f"place:{way.to}", looks)


def _scene(scene: Storylet) -> Iterator[str]:
    yield _node(f"scene:{scene.id}", scene.id, {**_SCENE, "tooltip": scene.when})
    for place in scene.places or ():
        yield _edge(f"place:{place}", f"scene:{scene.id}", {"style": "dotted", "dir": "none"})
    yield from (_edge(f"scene:{scene.id}", f"scene:{then}", {"style": "bold"}) for then in scene.then)


def _quest(quest: Task) -> Iterator[str]:
    before = f"quest:{quest.id}"
    yield _node(before, f"{quest.name}\n{quest.when}".strip(), _QUEST)
    for number, (goal, done) in enumerate(quest.stages, 1):
        stage = f"stage:{quest.id}:{number}"
        yield _node(stage, f"{goal}\n{done}".strip(), _STAGE)
        yield _edge(before, stage, {})
        before = stage
