"""The command `runs restore`: what is in the trash, a run out of it, or all of it gone for good.

Knows nothing of where the trash is.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from game.archive.naming import find_discarded, full_name
from game.cli.printed import JsonOption, print_json, say
from game.cli.runs.found import SavesOption, YesOption, confirm, saves_in, when
from game.errors import SettingsError
from game.storage.trash import Discarded, empty_trash, list_discarded, restore

RunArgument = Annotated[
    str | None, typer.Argument(metavar="[RUN]", help="WORLD/NAME, or NAME where only one world has it in the trash.")
]
EmptyOption = Annotated[bool, typer.Option("--empty", help="Delete for good all that is in the trash.")]


def restore_run(
    run: RunArgument = None,
    empty: EmptyOption = False,
    yes: YesOption = False,
    saves: SavesOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take a run back out of the trash; without RUN, list the trash. Of several of a name it is the last deleted."""
    folder = saves_in(saves)
    trash = list_discarded(folder)
    if empty and run is not None:
        raise SettingsError("Either one run is restored or all are deleted for good: leave RUN or --empty out.")
    if empty:
        _empty(folder, trash, yes=yes, as_json=as_json)
    elif run is None:
        _list(trash, as_json=as_json)
    else:
        path = restore(folder, find_discarded(run, trash))
        _report({"run": full_name(path), "file": str(path)}, f"{full_name(path)} is back.", as_json=as_json)


def _list(trash: list[Discarded], *, as_json: bool) -> None:
    records = [{"run": each.full_name, "deleted": each.deleted, "trash": str(each.path)} for each in trash]
    lines = (f"{each.full_name}  deleted {when(each.deleted)}" for each in trash)
    _report(records, "\n".join(lines) or "The trash is empty.", as_json=as_json)


def _empty(saves: Path, trash: list[Discarded], *, yes: bool, as_json: bool) -> None:
    if trash:
        counted = "the run" if len(trash) == 1 else f"the {len(trash)} runs"
        confirm(f"Delete {counted} in the trash for good?", yes=yes)
    empty_trash(saves)
    _report({"deleted": len(trash)}, "The trash is empty.", as_json=as_json)


def _report(record: Any, text: str, *, as_json: bool) -> None:
    if as_json:
        print_json(record)
    else:
        say(text)
