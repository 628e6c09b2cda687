"""The command `runs delete`: moves a run to the trash, once it was asked.

Knows nothing of where the trash is.
"""

from __future__ import annotations

from game.archive.naming import find_run, full_name
from game.cli.printed import JsonOption, print_json, say
from game.cli.runs.found import RunArgument, SavesOption, YesOption, confirm, saves_in
from game.storage.trash import discard


def delete(run: RunArgument, yes: YesOption = False, saves: SavesOption = None, as_json: JsonOption = False) -> None:
    """Move a run to the trash, from which `runs restore` has it back."""
    folder = saves_in(saves)
    path = find_run(run, folder)
    confirm(f"Delete the run {full_name(path)}?", yes=yes)
    discarded = discard(folder, path)
    if as_json:
        print_json({"run": full_name(path), "trash": str(discarded.path)})
    else:
        say(f"{full_name(path)} is in the trash. Have it back with: loreloom runs restore {full_name(path)}")
