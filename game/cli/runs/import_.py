"""The command `runs import`: a run taken back from its export as JSON Lines.

Knows nothing of what is in one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.archive.intake import import_run
from game.archive.naming import full_name
from game.cli.printed import JsonOption, print_json, say
from game.cli.runs.found import SavesOption, saves_in

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="What `runs export --format jsonl` wrote.")]
NameOption = Annotated[
    str | None, typer.Option("--name", help="What to call it; without it as FILE is called, numbered if that is taken.")
]


def import_(
    file: FileArgument, name: NameOption = None, saves: SavesOption = None, as_json: JsonOption = False
) -> None:
    """Take a run back from its export as jsonl: all of it, or nothing."""
    path = import_run(file, saves_in(saves), name=name)
    if as_json:
        print_json({"run": full_name(path), "file": str(path)})
    else:
        say(f"Imported as {full_name(path)}: look at it with loreloom runs show {full_name(path)}")
