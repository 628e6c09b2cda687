"""How examples are printed: their figures as a table and their faults as lines, or both as JSON.

Knows nothing of how they are split or what the rules look for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game.cli.printed import print_json, say
from game.story.prose import counted
from game.tune.lint import Fault, lint
from game.tune.rows import our_rows, rows_in
from game.tune.sets import Tally, tallies, without, write_sets
from game.tune.split import split


def look_at_examples(folder: Path | None, to: Path | None) -> tuple[list[Tally], list[Fault]]:
    """Return the figures and the faults of a folder's examples, or the game's own; sound ones are written where to is.

    Raises DataError.
    """
    rows = our_rows() if folder is None else rows_in(folder)
    sides, faults = split(rows), lint(rows)
    if to is not None:
        write_sets(without(sides, faults), to)
    return tallies(sides, faults), faults


def print_record(counts: Sequence[Tally], faults: Sequence[Fault]) -> None:
    """Print them as JSON."""
    print_json({"kinds": [asdict(each) for each in counts], "faults": [_record(each) for each in faults]})


def print_table(counts: Sequence[Tally], faults: Sequence[Fault]) -> None:
    """Print them as lines."""
    for line in _lines(counts, faults):
        say(line)


def _record(fault: Fault) -> dict[str, Any]:
    return {"file": fault.row.file, "line": fault.row.line, "rule": fault.rule, "about": fault.about}


def _lines(counts: Sequence[Tally], faults: Sequence[Fault]) -> Iterator[str]:
    yield _row("kind", "rows", "train", "held out", "answers", "faulty")
    for each in counts:
        yield _row(each.kind, *_figures(each))
    sums = (sum(column) for column in zip(*map(_figures, counts), strict=True))
    yield _row("all", *sums)
    yield ""
    yield from map(str, faults)
    yield f"{counted(len(faults), 'fault')} found."


def _figures(tally: Tally) -> tuple[int, ...]:
    return tally.rows, tally.train, tally.held_out, tally.exchanges, tally.faulty


def _row(what: str, *figures: object) -> str:
    return f"{what:<10}" + "".join(f"{f'{each:,}' if isinstance(each, int) else each:>10}" for each in figures)
