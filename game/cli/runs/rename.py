"""The command `runs rename`.

Knows nothing of what lies beside a run's file.
"""

from __future__ import annotations

from typing import Annotated

import typer

from game.archive.naming import find_run, full_name
from game.cli.printed import JsonOption, print_json, say
from game.cli.runs.found import RunArgument, SavesOption, saves_in
from game.storage.moving import move_run
from game.storage.runs import run_path

NewArgument = Annotated[str, typer.Argument(metavar="NEW", help="The new name: letters, digits, - and _.")]


def rename(run: RunArgument, new: NewArgument, saves: SavesOption = None, as_json: JsonOption = False) -> None:
    """Give a run another name."""
    path = find_run(run, saves_in(saves))
    to = run_path(path.parents[1], path.parent.name, new)
    move_run(path, to)
    if as_json:
        print_json({"run": full_name(to), "file": str(to)})
    else:
        say(f"{full_name(path)} is called {full_name(to)} now.")
