"""The elements of an SVG drawing as text: lines, boxes and writing, everything escaped; and their style sheet.

Knows nothing of what is drawn. Looks are classes, so that one drawing serves light and dark; numbers are pixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from game.authoring.graph.lettering import Face
from game.authoring.graph.lines import Box, Line

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_LIGHT = {
    "paper": "#faf8f3", "ink": "#1f2328", "soft": "#565d66", "card": "#ffffff", "edge": "#8b929b", "line": "#6b7280",
    "scene": "#5b3fa8", "gate": "#8a4b00", "quest": "#1f6b4a", "ending": "#a3342a",
}  # fmt: skip
_DARK = {
    "paper": "#14161a", "ink": "#e8e6e1", "soft": "#a9b0ba", "card": "#1f232a", "edge": "#6f7782", "line": "#8d95a1",
    "scene": "#bfaaf7", "gate": "#f0b357", "quest": "#7fd1aa", "ending": "#f19a8f",
}  # fmt: skip
_COLOURS = """
.paper{{fill:{paper}}} .card{{fill:{card};stroke:{edge}}} .rule{{stroke:{edge}}} .halo{{fill:{paper}}}
.title,.heading,.name{{fill:{ink}}} .note,.code{{fill:{soft}}} .scene{{fill:{scene}}} .gate{{fill:{gate}}}
.way{{stroke:{line}}} .barred{{stroke:{gate}}} .leader{{stroke:{soft}}} .lead{{stroke:{scene}}}
.tip{{fill:{line}}} .bar{{fill:{gate}}} .point{{fill:{scene}}} .first{{stroke:{ink}}}
.of-scene{{stroke:{scene}}} .of-quest{{stroke:{quest}}} .of-ending{{stroke:{ending}}}
"""
_SHAPES = """
text{font-family:system-ui,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif}
.code,.scene,.gate{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:11px}
.title{font-size:24px;font-weight:600} .heading{font-size:16px;font-weight:600} .name{font-size:14px;font-weight:600}
.note{font-size:12px} .way,.barred{stroke-width:2} .hidden{stroke-dasharray:5 5} .first{stroke-width:2.5}
.leader{stroke-width:1;stroke-dasharray:1 3} .lead{stroke-width:1.5;fill:none}
"""


def style() -> str:
    """Return the style sheet: light, and dark where the reader's system is."""
    dark = _COLOURS.format(**_DARK)
    return f"<style>{_SHAPES}{_COLOURS.format(**_LIGHT)}@media (prefers-color-scheme:dark){{{dark}}}</style>"


def escaped(text: str) -> str:
    """Return text as it may stand in an element or an attribute of XML or HTML."""
    return escape(_NOT_XML.sub("\ufffd", text), quote=True)


def write(face: Face, lines: Iterable[str], x: float, y: float, *, anchor: str = "") -> str:
    """Return lines of writing, the top of the first at y; anchor is "middle" where x is their middle."""
    middle = f' text-anchor="{anchor}"' if anchor else ""
    return "".join(
        f'<text class="{face.name}" x="{x:.1f}" y="{y + n * face.height + face.size:.1f}"{middle}>'
        f"{escaped(each)}</text>"
        for n, each in enumerate(lines)
    )


def box(area: Box, looks: str, *, corner: float = 0) -> str:
    """Return a rectangle of these classes."""
    round_ = f' rx="{corner:g}"' if corner else ""
    size = f'width="{area.width:.1f}" height="{area.height:.1f}"'
    return f'<rect class="{looks}" x="{area.x:.1f}" y="{area.y:.1f}" {size}{round_}/>'


def stroke(line: Line, looks: str, *, marker: str = "") -> str:
    """Return a straight line of these classes; marker is the id of what stands at its end."""
    (ax, ay), (bx, by) = line
    end = f' marker-end="url(#{marker})"' if marker else ""
    return f'<line class="{looks}" x1="{ax:.1f}" y1="{ay:.1f}" x2="{bx:.1f}" y2="{by:.1f}"{end}/>'


def arrow(name: str, looks: str) -> str:
    """Return the marker of this id: an arrow's point."""
    shape = '<path d="M0 0L9 4.5L0 9z"/>'
    size = 'markerWidth="9" markerHeight="9" refX="8" refY="4.5" markerUnits="userSpaceOnUse" orient="auto"'
    return f'<marker id="{name}" class="{looks}" {size}>{shape}</marker>'


def group(content: str, *, hover: str) -> str:
    """Return drawn things that show a text when a pointer rests on them."""
    return f"<g><title>{escaped(hover)}</title>{content}</g>"
