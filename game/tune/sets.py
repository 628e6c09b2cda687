"""The two sides of the examples as figures and as files: rows as they are kept, and what a model is taught of them.

Knows nothing of how figures are printed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.errors import DataError
from game.tune.examples import KINDS, Example, kind_of
from game.tune.lint import Fault
from game.tune.render import exchanges
from game.tune.rows import Row, our_rows, rows_in
from game.tune.split import Split, split

EXCHANGES = "exchanges.jsonl"


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of one kind. exchanges are the answers that it teaches; faulty rows are counted with the others."""

    kind: str
    rows: int
    train: int
    held_out: int
    exchanges: int
    faulty: int


def tallies(sides: Split, faults: Sequence[Fault]) -> list[Tally]:
    """Return the figures of each kind that has rows."""
    faulty = {fault.row for fault in faults}
    found = []
    for kind in KINDS:
        train, held_out = _of(kind, sides.train), _of(kind, sides.held_out)
        rows = (*train, *held_out)
        taught = sum(1 for row in rows for _ in exchanges(row.example))
        found.append(Tally(kind, len(rows), len(train), len(held_out), taught, len(faulty.intersection(rows))))
    return [each for each in found if each.rows]


def held_out_examples(folder: Path | str | None) -> list[Example]:
    """Return the held-out examples of a folder, or the game's own where none is named. Raises DataError."""
    examples = [row.example for row in split(rows_in(Path(folder)) if folder else our_rows()).held_out]
    if not examples:
        raise DataError(
            f"None of the examples in {folder} is held out: there have to be more, of other people and places."
        )
    return examples


def without(sides: Split, faults: Sequence[Fault]) -> Split:
    """Return the sides without the rows that have a fault."""
    faulty = {fault.row for fault in faults}
    train, held_out = (tuple(row for row in side if row not in faulty) for side in (sides.train, sides.held_out))
    return Split(train, held_out)


def write_sets(sides: Split, folder: Path) -> None:
    """Write each side into a folder of its own, train and held-out: a file for each kind, and one of the exchanges.

    What an earlier call wrote there is replaced. Raises DataError.
    """
    try:
        for name, rows in (("train", sides.train), ("held-out", sides.held_out)):
            (folder / name).mkdir(parents=True, exist_ok=True)
            for kind in KINDS:
                _write(folder / name / f"{kind}.jsonl", (row.text for row in _of(kind, rows)))
            _write(folder / name / EXCHANGES, _exchanges(rows))
    except OSError as error:
        raise DataError(f"{folder} cannot be written to ({error.strerror}); name another folder.") from error


def _exchanges(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        for exchange in exchanges(row.example):
            yield json.dumps({"kind": kind_of(row.example), **exchange.as_json()}, ensure_ascii=False)


def _write(path: Path, lines: Iterator[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _of(kind: str, rows: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(row for row in rows if kind_of(row.example) == kind)
