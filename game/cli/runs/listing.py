"""The command `runs list`: every run, the last played first, and what is wrong with those that cannot be opened.

Knows nothing of how runs are found.
"""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.cells import cell_len

from game.archive.naming import full_name
from game.cli.printed import JsonOption, print_json, say
from game.cli.runs.found import SavesOption, saves_in, when
from game.loader.diagnostics import visible
from game.storage.records import RunSummary
from game.storage.runs import list_runs
from game.story.prose import counted

_NO_RUNS = "There are no runs{of}: begin one with loreloom play WORLD."

WorldOption = Annotated[str | None, typer.Option("--world", help="Only the runs of this world, by its id.")]


def list_(world: WorldOption = None, saves: SavesOption = None, as_json: JsonOption = False) -> None:
    """List the runs, the last played first."""
    runs = list_runs(saves_in(saves), world)
    if as_json:
        print_json([_record(each) for each in runs])
        return
    names = [visible(full_name(each.path)) for each in runs]
    widest = max(map(cell_len, names), default=0)
    for name, each in zip(names, runs, strict=True):
        say(f"{name}{' ' * (widest - cell_len(name))}  {_said(each)}")
    if not runs:
        say(_NO_RUNS.format(of=f" of '{world}'" if world else ""))


def _record(run: RunSummary) -> dict[str, Any]:
    return {
        "run": full_name(run.path),
        "world": run.world,
        "name": run.name,
        "turns": run.depth,
        "played": run.updated,
        "problem": run.problem,
        "file": str(run.path),
    }


def _said(run: RunSummary) -> str:
    if run.problem:
        return visible(run.problem)
    return f"{counted(run.depth, 'turn'):>11}  {when(run.updated)}"
