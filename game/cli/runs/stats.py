"""The command `runs stats`: the figures of a run, as lines or JSON.

Knows nothing of how they are found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from game.archive.figures import Figures, figures_of
from game.cli.printed import JsonOption, print_json, say
from game.cli.runs.found import RunArgument, SavesOption, looked_at, when

_MEASURED = {
    "prompt_tokens": "tokens in prompts",
    "read_tokens": "tokens read",
    "written_tokens": "tokens written",
    "first_token_s": "seconds to first words",
    "total_s": "seconds in all",
    "ahead_s": "seconds told ahead",
}
_LONGEST_MODEL = 20  # of a digest so much tells one from another


def stats(run: RunArgument, saves: SavesOption = None, as_json: JsonOption = False) -> None:
    """Count a run: its turns, branches and tellings, the words told. Also who told them, and how long it took."""
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
    yield _row("turns on other paths", found.undone)
    yield _row("branches", found.branches)
    yield _row("bookmarks", found.bookmarks)
    yield _row("tellings", sum(found.tellings.values()))
    for (narrator, model), count in found.tellings.items():
        yield _row(f"  {narrator}{f', {_short(model)}' if model else ''}", count)
    yield _row(found.unit, found.told)
    yield _row("liked", found.liked)
    yield _row("disliked", found.disliked)
    yield from (_row(_MEASURED.get(name, name), value) for name, value in found.measured.items())
    yield _row("bytes", found.bytes)
    days = f", {found.days:,.1f} days later" if found.days and found.days >= 1 else ""
    yield f"Begun {when(found.begun)}, last played {when(found.last)}{days}."


def _short(model: str) -> str:
    return model if len(model) <= _LONGEST_MODEL else model[:_LONGEST_MODEL] + "…"


def _row(what: str, figure: float) -> str:
    shown = f"{figure:,}" if isinstance(figure, int) else f"{figure:,.1f}"
    return f"{what:<24}{shown:>12}"
