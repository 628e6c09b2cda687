"""The figures of a run: turns, branches, tellings and who told them, words, ratings, times.

Knows nothing of how they are printed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any

from game.errors import SaveError
from game.session.saved import passages_in, reading
from game.storage.records import Step, Telling
from game.storage.snapshot import Snapshot
from game.story.model import Done
from game.story.reading import count_words, unit_of

_MEASURED = frozenset(field.name for field in fields(Done)) - {"reason"}


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures. turns and undone part the turns after the opening: on the current path, and on no part of it.

    tellings counts by (narrator, model), each "" for none; told is in unit. measured sums what is known of how the
    tellings were made, under the names of a model's reply: tokens and seconds. days is from first to last playing.
    """

    turns: int
    undone: int
    branches: int
    bookmarks: int
    tellings: dict[tuple[str, str], int]
    told: int
    unit: str
    liked: int
    disliked: int
    begun: str
    last: datetime
    days: float | None
    bytes: int
    measured: dict[str, float]


def figures_of(run: Snapshot) -> Figures:
    """Return the figures of a run. Raises SaveError."""
    tree = run.tree()
    tellings = [telling for step in tree for telling in run.tellings(step.id)]
    with reading(f"The run {run.file}"):
        told = count_words(_texts(tellings))
    status = _status(run)
    last = datetime.fromtimestamp(status.st_mtime, UTC)
    return Figures(
        turns=run.here.depth,
        undone=len(tree) - len(run.path(run.here.id)),
        branches=len(ends_of(tree)),
        bookmarks=len(run.bookmarks()),
        tellings=dict(Counter((each.narrator, each.model) for each in tellings)),
        told=told,
        unit=unit_of(run.meta.language),
        liked=sum(each.rating > 0 for each in tellings),
        disliked=sum(each.rating < 0 for each in tellings),
        begun=run.meta.created,
        last=last,
        days=_days(run.meta.created, last),
        bytes=status.st_size,
        measured=_measured(tellings),
    )


def ends_of(tree: list[Step]) -> list[Step]:
    """Return the turns that none follows: the end of each branch."""
    parents = {step.parent for step in tree}
    return [step for step in tree if step.id not in parents]


def _status(run: Snapshot) -> Any:
    try:
        return run.file.stat()
    except OSError as error:
        raise SaveError(f"The run {run.file} went away while it was read: look for it in the list of runs.") from error


def _texts(tellings: list[Telling]) -> Iterator[str]:
    for telling in tellings:
        yield from (passage.text for passage in passages_in(telling.text))


def _days(begun: str, last: datetime) -> float | None:
    try:
        return (last - datetime.fromisoformat(begun)).total_seconds() / 86_400
    except (ValueError, TypeError):
        return None


def _measured(tellings: list[Telling]) -> dict[str, float]:
    summed: dict[str, float] = {}
    for telling in tellings:
        for name, value in _numbers(_details(telling)):
            summed[name] = summed.get(name, 0) + value
    return summed


def _details(telling: Telling) -> Any:
    try:
        return json.loads(telling.details) if telling.details else None
    except (ValueError, RecursionError):
        return None


def _numbers(value: Any) -> Iterator[tuple[str, float]]:
    """Yield the measured numbers in records and lists of records."""
    if isinstance(value, list):
        for each in value:
            yield from _numbers(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name in _MEASURED and isinstance(each, int | float):
                yield name, each
            else:
                yield from _numbers(each)
