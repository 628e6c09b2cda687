"""The command `runs repair`: makes a new run of what is whole in a damaged one, and says what was saved and lost.

Knows nothing of how it is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from game.archive.beginning import guessed_meta
from game.archive.naming import find_run
from game.cli.printed import JsonOption, print_json, say
from game.cli.runs.found import RunArgument, SavesOption, saves_in
from game.errors import WorldError
from game.loader.find import find_world
from game.loader.load import load_world
from game.settings import load_settings, worlds_folders
from game.storage.records import Meta, Turn, WorldCopy
from game.storage.salvage import Salvaged, salvage
from game.story.prose import counted

_DEFAULT_LANGUAGE = "en"

OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="The file to write; else a numbered one beside it."),
]


def repair(
    run: RunArgument, output: OutputOption = None, saves: SavesOption = None, as_json: JsonOption = False
) -> None:
    """Save what is whole of a damaged run, as a new one. The damaged file is left as it is."""
    file = find_run(run, saves_in(saves))

    def guess(root: Turn, world: WorldCopy | None) -> Meta:
        world_id = file.absolute().parent.name
        return guessed_meta(root, world, world=world_id, language=_language_of(world_id))

    salvaged = salvage(file, output, guess)
    if as_json:
        print_json({**asdict(salvaged), "path": str(salvaged.path)})
        return
    for line in _lines(salvaged):
        say(line)


def _language_of(world_id: str) -> str:
    with suppress(WorldError):
        return load_world(find_world(world_id, worlds_folders(load_settings(), cwd=Path.cwd()))).language
    return _DEFAULT_LANGUAGE


def _lines(salvaged: Salvaged) -> Iterator[str]:
    yield f"Saved {_counted(salvaged.saved)} in {salvaged.path}."
    lost = {kind: count for kind, count in salvaged.lost.items() if count}
    yield f"Lost: {_counted(lost)}." if lost else "Nothing is known to be lost."
    if not salvaged.stood:
        yield f"You stand at turn {salvaged.depth}, the last whole one on the way to where you stood."
    if not salvaged.has_meta:
        yield "What the run was begun with is lost; its world, seed and language are guessed from the rest."


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(counted(count, kind.removesuffix("s")) for kind, count in counts.items())
