"""How the commands for runs find the run they are about and its world, and ask before they delete.

Knows nothing of any single command.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from game.archive.naming import find_run
from game.archive.worlds import Worlds
from game.errors import SettingsError, WorldError
from game.loader.find import list_worlds
from game.loader.load import load_world
from game.rules.world import World
from game.settings import load_settings, saves_folder, worlds_folders
from game.storage.snapshot import Snapshot
from game.story.clean import clean

RunArgument = Annotated[
    str, typer.Argument(metavar="RUN", help="WORLD/NAME, NAME where only one world has it, or the path of its file.")
]
SavesOption = Annotated[Path | None, typer.Option("--saves", metavar="DIR", help="The folder runs are kept in.")]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing.")]


def saves_in(folder: Path | None) -> Path:
    """Return the folder runs are kept in: the one given, or that of the settings."""
    return saves_folder(load_settings(saves=folder), cwd=Path.cwd())


@contextmanager
def looked_at(name: str, saves: Path | None) -> Iterator[tuple[Snapshot, Worlds]]:
    """Lend a run as it is now, and the worlds it was played by. Raises SaveError."""
    with Snapshot(find_run(name, saves_in(saves))) as run:
        yield run, Worlds(run, installed)


def installed(world_id: str, language: str) -> World | None:
    """Return the world of an id, told in a language; None where it is not here, or cannot be read."""
    folders = worlds_folders(load_settings(), cwd=Path.cwd())
    path = next((each.path for each in list_worlds(folders) if each.id == world_id), None)
    try:
        return None if path is None else load_world(path, language=language)
    except (WorldError, ValueError):  # a run says what its language is, and it may say anything
        return None


def when(moment: datetime | str) -> str:
    """Return a moment as the clock on the wall had it; what a run says and is no moment, as it says it."""
    try:
        known = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
        return f"{known.astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):
        return str(moment)


def confirm(question: str, *, yes: bool) -> None:
    """Ask a question that only yes lets pass. Raises SettingsError where nobody can be asked."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise SettingsError(f"{question} Nobody can be asked without a terminal: say --yes.")
    typer.confirm(clean(question), abort=True)
