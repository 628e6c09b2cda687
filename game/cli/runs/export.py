"""The command `runs export`: a run as a text to read, a page, a recording, or as all that it holds.

Knows nothing of how any of them is made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated

import typer

from game.archive.formats.cast import to_cast
from game.archive.formats.markdown import to_markdown
from game.archive.formats.page import to_page
from game.archive.formats.records import to_lines
from game.archive.formats.text import to_text
from game.archive.naming import find_turn
from game.archive.retelling import Story, retell
from game.archive.worlds import Worlds
from game.cli.runs.found import RunArgument, SavesOption, looked_at
from game.cli.runs.replay import TurnOption
from game.cli.written import OutputOption, format_of, put_out
from game.errors import SettingsError
from game.storage.runs import SUFFIX
from game.storage.snapshot import Snapshot


class Format(StrEnum):
    """What a run is written as."""

    MARKDOWN = "markdown"
    HTML = "html"
    TEXT = "text"
    JSONL = "jsonl"
    ASCIICAST = "asciicast"


_TOLD: Mapping[Format, Callable[[Story], str]] = {
    Format.MARKDOWN: to_markdown,
    Format.HTML: to_page,
    Format.TEXT: to_text,
    Format.ASCIICAST: to_cast,
}
_ENDINGS: Mapping[str, Format] = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".txt": Format.TEXT,
    ".jsonl": Format.JSONL,
    ".cast": Format.ASCIICAST,
}

FormatOption = Annotated[
    Format | None, typer.Option("--format", help="What to write; without it what FILE's ending says, or markdown.")
]


def export(
    run: RunArgument,
    format_: FormatOption = None,
    output: OutputOption = None,
    turn: TurnOption = None,
    saves: SavesOption = None,
) -> None:
    """Write a run's story for others to read. With jsonl it is all that the run holds, to import elsewhere."""
    kind = format_ or format_of(output, _ENDINGS, Format.MARKDOWN, what="an export")
    if output is not None and output.suffix == SUFFIX:
        raise SettingsError(f"{output} is named as a run is; give the export another ending, such as .html.")
    if kind is Format.JSONL and turn is not None:
        raise SettingsError("An export as jsonl holds every turn: leave --turn out, or choose another format.")
    with looked_at(run, saves) as (snapshot, worlds):
        written = _written(kind, snapshot, worlds, turn)
    put_out(output, written)


def _written(kind: Format, run: Snapshot, worlds: Worlds, turn: str | None) -> str:
    if kind is Format.JSONL:
        return "".join(to_lines(run.records()))
    return _TOLD[kind](retell(run, worlds, find_turn(run, turn)))
