"""The command `world graph`: a world drawn, as text for other tools, as a picture or as a page.

Knows nothing of how it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from game.authoring.graph.chart import Chart, chart_of
from game.authoring.graph.dot import to_dot
from game.authoring.graph.mermaid import to_mermaid
from game.authoring.graph.page import to_page
from game.authoring.graph.svg import to_svg
from game.cli.printed import JsonOption, json_of
from game.cli.world.found import WorldArgument, world_path
from game.cli.written import OutputOption, format_of, put_out
from game.errors import SettingsError
from game.loader.load import load_world


class Format(StrEnum):
    """What a drawing is written as."""

    MERMAID = "mermaid"
    DOT = "dot"
    SVG = "svg"
    HTML = "html"
    JSON = "json"


def _to_json(chart: Chart) -> str:
    return json_of(asdict(chart)) + "\n"


_DRAWN: Mapping[Format, Callable[[Chart], str]] = {
    Format.MERMAID: to_mermaid,
    Format.DOT: to_dot,
    Format.SVG: to_svg,
    Format.HTML: to_page,
    Format.JSON: _to_json,
}
_ENDINGS: Mapping[str, Format] = {
    ".mmd": Format.MERMAID,
    ".mermaid": Format.MERMAID,
    ".dot": Format.DOT,
    ".gv": Format.DOT,
    ".svg": Format.SVG,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".json": Format.JSON,
}

FormatOption = Annotated[
    Format | None, typer.Option("--format", help="What to write; without it what FILE's ending says, or mermaid.")
]


def graph(
    world: WorldArgument, format_: FormatOption = None, output: OutputOption = None, as_json: JsonOption = False
) -> None:
    """Draw a world: its places and ways, scenes, quests and endings."""
    format_ = Format.JSON if as_json else format_
    kind = format_ or format_of(output, _ENDINGS, Format.MERMAID, what="a drawing")
    if output is not None and output.suffix == ".toml":
        raise SettingsError(f"{output} is named as a world is; give the drawing another ending, such as .svg.")
    drawn = _DRAWN[kind](chart_of(load_world(world_path(world))))
    put_out(output, drawn)
