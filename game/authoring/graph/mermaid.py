"""A chart as the text of a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html).

Knows nothing of worlds. Every label is quoted; what Mermaid or its Markdown would read in one is written as `#35;`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.authoring.graph.chart import Chart, Storylet, Task, Way

_SIGNS = re.compile(r"""["#&<>|`*_~{}\[\]\\;%]|^[-+](?=\s)|(?<=\d)[.)](?=\s)""")
_STYLES = (
    "classDef place fill:#fffdf5,stroke:#6b7280,color:#1f2328",
    "classDef scene fill:#efeafc,stroke:#6d5bb0,color:#1f2328",
    "classDef quest fill:#e6f2ec,stroke:#2f7d5b,color:#1f2328",
    "classDef ending fill:#fbe9e7,stroke:#b3473a,color:#1f2328",
    "classDef start stroke-width:3px",
)


def to_mermaid(chart: Chart) -> str:
    """Return the flowchart, with a newline at its end."""
    lines = ["flowchart TD", f"accTitle: {escape(chart.title)}", f"accDescr: {chart.counted}", *_STYLES]
    lines += [f'place_{place}["{escape(name)}"]:::place' for place, name in chart.places.items()]
    lines += [f"class place_{chart.start} start", *map(_way, chart.ways)]
    lines += [f'scene_{each.id}("{escape(each.id)}"):::scene' for each in chart.scenes]
    lines += [line for each in chart.scenes for line in _links(each)]
    lines += [line for each in chart.quests for line in _quest(each)]
    for each in chart.endings:
        lines.append(f'ending_{each.id}(["{escape(each.title)}<br>{escape(each.when)}"]):::ending')
    return f"{lines[0]}\n" + "".join(f"    {line}\n" for line in lines[1:])


def escape(text: str) -> str:
    """Return text as it may stand in a quoted label: it is shown as it is, and never read as a sign.

    A label may not be empty, so nothing is a space that does not break.
    """
    return _SIGNS.sub(lambda found: f"#{ord(found[0])};", text) or "#160;"


def _way(way: Way) -> str:
    arrow = "-.->" if way.hidden else "-->"
    return f'place_{way.start} {arrow}|"{escape(way.label)}"| place_{way.to}'


def _links(scene: Storylet) -> Iterator[str]:
    yield from (f"place_{place} --- scene_{scene.id}" for place in scene.places or ())
    yield from (f"scene_{scene.id} ==> scene_{then}" for then in scene.then)


def _quest(quest: Task) -> Iterator[str]:
    begins = f"<br>{escape(quest.when)}" if quest.when else ""
    yield f'quest_{quest.id}{{{{"{escape(quest.name)}{begins}"}}}}:::quest'
    before = f"quest_{quest.id}"
    for number, (goal, done) in enumerate(quest.stages, 1):
        stage = f"stage_{number}_{quest.id}"
        yield f'{stage}["{escape(goal)}"]:::quest'
        yield f"{before} --> {stage}"
        before = stage
        if number == len(quest.stages):
            yield f'{stage} -->|"{escape(done)}"| done_{quest.id}(("done")):::quest'
