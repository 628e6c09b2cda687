"""The command `runs verify`: plays a run again by the rules alone, and says where it comes out otherwise.

Knows nothing of how turns are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

import typer

from game.archive.naming import full_name
from game.archive.verify import Checked, Verdict, verify
from game.cli.printed import JsonOption, print_json, say
from game.cli.runs.found import RunArgument, SavesOption, looked_at
from game.story.prose import counted

_MOST_SHOWN = 5


def verify_run(run: RunArgument, saves: SavesOption = None, as_json: JsonOption = False) -> None:
    """Play every turn of every branch again and compare. Leaves with 1 if one comes out otherwise than saved."""
    with looked_at(run, saves) as (snapshot, worlds):
        name, verdict = full_name(snapshot.file), verify(snapshot, worlds)
    if as_json:
        print_json({"run": name, "turns": verdict.turns, **asdict(verdict)})
    else:
        say("\n".join(_lines(name, verdict)))
    raise typer.Exit(1 if verdict.different else 0)


def _lines(name: str, verdict: Verdict) -> Iterator[str]:
    yield from (_line(each) for each in verdict.different[:_MOST_SHOWN])
    more = len(verdict.different) - _MOST_SHOWN
    if more > 0:
        yield f"Another {counted(more, 'turn')} came out otherwise."
    good, carried = verdict.counts.get("good", 0), verdict.counts.get("carried", 0)
    if carried:
        yield f"An edit of the world has changed {counted(carried, 'turn')}: how is not known."
    if verdict.why:
        yield f"{name}: {verdict.why}"
    if good or not verdict.why:
        turns = counted(verdict.turns, "turn")
        yield f"{name}: the file is whole, and {good} of its {turns} came out as they were saved."


def _line(checked: Checked) -> str:
    action = f", `{checked.action}`" if checked.action else ""
    return f"Turn {checked.number} (@{checked.turn}{action}) came out otherwise: {'; '.join(checked.what)}."
