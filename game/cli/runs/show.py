"""The command `runs show`: what a run is and where it stands.

Knows nothing of how it is found out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from game.archive.summary import Mark, Summary, summarize
from game.cli.printed import JsonOption, print_json, say
from game.cli.runs.found import RunArgument, SavesOption, looked_at, when
from game.cli.runs.stats import stats_record

_MOST_PLACES = 12


def show(run: RunArgument, saves: SavesOption = None, as_json: JsonOption = False) -> None:
    """Say what a run is and where it stands. Its branches, bookmarks and endings are listed."""
    with looked_at(run, saves) as (snapshot, worlds):
        found = summarize(snapshot, worlds)
    if as_json:
        print_json({**asdict(found), "figures": stats_record(found.figures)})
        return
    say("\n".join(_lines(found)))


def _lines(found: Summary) -> Iterator[str]:
    figures = found.figures
    yield f"{found.name}: {found.title}"
    yield ""
    yield f"begun       {when(found.begun)}"
    yield f"last played {when(found.last)}"
    yield f"turns       {figures.turns} on this path, {figures.undone} on others"
    yield f"branches    {figures.branches}"
    yield f"tellings    {sum(figures.tellings.values())}"
    yield f"stands in   {found.place}{f', at the end: {found.ending}' if found.ending else ''}"
    yield f"way         {_way(found.places)}"
    yield from (f"ending met  {each}" for each in found.endings)
    yield from (f"bookmark    {each.name}: {_turn(each)}{_noted(each)}" for each in found.bookmarks)
    yield from (f"branch ends {_turn(each)}" for each in found.ends)
    if found.lines:
        yield ""
        yield "\n\n".join(found.lines)


def _way(places: tuple[str, ...]) -> str:
    return ", ".join(("…", *places[-_MOST_PLACES:]) if len(places) > _MOST_PLACES else places)


def _turn(mark: Mark) -> str:
    """Return how a turn is named: as --turn of a replay or an export takes it, and by its words."""
    return f"@{mark.turn}, turn {mark.number}{f', “{mark.words}”' if mark.words else ''}"


def _noted(mark: Mark) -> str:
    return f" ({mark.note})" if mark.note else ""
