"""The command `runs stats`: the figures of a run, as lines or JSON.

Knows nothing of how they are found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from game.archive.figures import Figures, figures_of
from game.cli.printed import JsonOption, print_json, say
from game.cli.runs.found import RunArgument, SavesOption, looked_at


def stats(run: RunArgument, saves: SavesOption = None, as_json: JsonOption = False) -> None:
    """Count a run: its turns, branches and tellings, the words told, who told them, and how long it took."""
    with looked_at(run, saves) as (snapshot, _):
        found = figures_of(snapshot)
    if as_json:
        print_json(stats_record(found))
        return
    for line in _lines(found):
        say(line)


def stats_record(found: Figures) -> dict[str, Any]:
    """Return the figures as JSON holds them."""
    tellings = [
        {"narrator": narrator, "model": model, "tellings": count} for (narrator, model), count in found.tellings.items()
    ]
    return {**asdict(found), "tellings": tellings}


def _lines(found: Figures) -> Iterator[str]:
    yield _row("turns", found.turns)
    yield _row("undone", found.undone)
    yield _row("branches", found.branches)
    yield _row("bookmarks", found.bookmarks)
    yield _row("tellings", sum(found.tellings.values()))
    for (narrator, model), count in found.tellings.items():
        yield _row(f"  {narrator}{f', {model}' if model else ''}", count)
    yield _row(found.unit, found.told)
    yield _row("liked", found.liked)
    yield _row("disliked", found.disliked)
    yield from (_row(name, value) for name, value in found.measured.items())
    yield _row("bytes", found.bytes)
    days = "" if found.days is None else f", {found.days:,.1f} days later"
    yield f"Begun {found.begun}, last played {found.last:%Y-%m-%dT%H:%M:%S+00:00}{days}."


def _row(what: str, figure: float) -> str:
    shown = f"{figure:,}" if isinstance(figure, int) else f"{figure:,.1f}"
    return f"{what:<24}{shown:>12}"
