"""How many of the frozen tellings the guard judges rightly: by language and category, and for what reasons.

What counts is what it makes of those that nobody who works on its rules has seen; the others it may know by heart.
`python -m tests.bench.voice.guard FILE …` measures other files of such lines, whole; each is named for its language:
more.en.jsonl, more.zh.jsonl.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time

from tests.bench.figures import Figure, share, within
from tests.bench.voice.beside import print_beside
from tests.story.guarding.verdicts import Judged, alarms, guard_of, judge, judged_in, recall
from tests.story.tellings.corpus import CATEGORIES, TRUE, corpora, unseen

RECALL = 95.0
ALARMS = 3.0
_MILLISECONDS = 1.0


def measure_guard() -> list[Figure]:
    """Return the shares of each category of what the rules were not developed on, and what a sentence takes."""
    return [*_shares("unseen", unseen()), *_times()]


def measure_development() -> list[Figure]:
    """Return the same shares of what they were developed on."""
    return list(_shares("developed on", corpora()))


def measure_reasons() -> list[Figure]:
    """Return how many sentences that the rules were not developed on were held back for which reason."""
    return [figure for path in unseen() for figure in _reasons(path)]


def measure_file(path: Path) -> list[Figure]:
    """Return the shares of each category over all rows of a file."""
    return [figure for about in (*CATEGORIES, "all") for figure in _share("", about, path.stem, judged_in(path))]


def _shares(name: str, paths: Sequence[Path]) -> Iterator[Figure]:
    for about in (*CATEGORIES, "all"):
        for path in paths:
            yield from _share(f"{name}, ", about, path.stem, judged_in(path))


def _share(prefix: str, about: str, name: str, judgements: Sequence[Judged]) -> Iterator[Figure]:
    """Yield how many false and how many true rows of a category are held back, where there are such."""
    rows = [each for each in judgements if about in ("all", each.row.about)]
    (held, false), (wrongly, true) = recall(rows), alarms(rows)
    if false:
        yield share(f"{prefix}{about}: {name} false held", held, false, goal=RECALL)
    if true:
        yield within(f"{prefix}{about}: {name} true held", 100 * wrongly / true, "%", goal=ALARMS)


def _reasons(path: Path) -> Iterator[Figure]:
    found = ((each.row.label, each.verdict) for each in judged_in(path))
    counts = Counter((label, str(verdict.reason)) for label, verdict in found if verdict is not None)
    for label in (*CATEGORIES, TRUE):
        for reason in CATEGORIES:
            yield Figure(f"{path.stem}, {label}: {reason}", counts[label, reason], "")


def _times() -> Iterator[Figure]:
    for path in corpora():
        yield within(f"a sentence takes: {path.stem}", _time(path), "ms", goal=_MILLISECONDS)


def _time(path: Path) -> float:
    """Return the milliseconds that a sentence takes once its turn's guard is made."""
    rows = [each.row for each in judged_in(path)]
    guards = [guard_of(row.world, path.stem, row.after, row.does) for row in rows]
    started = process_time()
    for row, guard in zip(rows, guards, strict=True):
        judge(guard, row)
    return 1000 * (process_time() - started) / len(rows)


if __name__ == "__main__":
    for each in map(Path, sys.argv[1:]):
        print_beside(f"What the guard holds back of {each.name}", measure_file(each))
