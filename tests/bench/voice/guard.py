"""How many of the frozen tellings the guard judges rightly: by language, half and category, and for what reasons.

The rules were developed on one half of the rows first, and later on both: what they are worth on sentences that nobody
who wrote them has seen is for others to measure.
`python -m tests.bench.voice.guard FILE …` measures other files of such lines, whole; each is named for its language:
unseen.en.jsonl, unseen.zh.jsonl.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time

from tests.bench.figures import Figure, share, within
from tests.bench.voice.beside import print_beside
from tests.story.guarding.verdicts import (
    Judged,
    alarms,
    guard_of,
    is_for_developing,
    judge,
    judged,
    judged_in,
    recall,
)
from tests.story.tellings.corpus import CATEGORIES, TRUE, corpora

RECALL = 95.0
ALARMS = 3.0
_MILLISECONDS = 1.0


def measure_guard() -> list[Figure]:
    """Return the shares of each category on the half that was held out, and what a sentence takes."""
    return [*_shares("held out", is_developed=False), *_times()]


def measure_development() -> list[Figure]:
    """Return the same shares on the half that the rules were developed on."""
    return list(_shares("developed on", is_developed=True))


def measure_reasons() -> list[Figure]:
    """Return how many rows of the half that was held out were held back for which reason."""
    return [figure for path in corpora() for figure in _reasons(path.stem)]


def measure_file(path: Path) -> list[Figure]:
    """Return the shares of each category over all rows of a file."""
    return [figure for about in (*CATEGORIES, "all") for figure in _share("", about, path.stem, judged_in(path))]


def _shares(name: str, *, is_developed: bool) -> Iterator[Figure]:
    for about in (*CATEGORIES, "all"):
        for language in (path.stem for path in corpora()):
            half = [each for each in judged(language) if is_for_developing(each.row) is is_developed]
            yield from _share(f"{name}, ", about, language, half)


def _share(prefix: str, about: str, name: str, judgements: Sequence[Judged]) -> Iterator[Figure]:
    """Yield how many false and how many true rows of a category are held back, where there are such."""
    rows = [each for each in judgements if about in ("all", each.row.about)]
    (held, false), (wrongly, true) = recall(rows), alarms(rows)
    if false:
        yield share(f"{prefix}{about}: {name} false held", held, false, goal=RECALL)
    if true:
        yield within(f"{prefix}{about}: {name} true held", 100 * wrongly / true, "%", goal=ALARMS)


def _reasons(language: str) -> Iterator[Figure]:
    rows = (each for each in judged(language) if not is_for_developing(each.row))
    counts = Counter((each.row.label, str(each.verdict.reason)) for each in rows if each.verdict is not None)
    for label in (*CATEGORIES, TRUE):
        for reason in CATEGORIES:
            yield Figure(f"{language}, {label}: {reason}", counts[label, reason], "")


def _times() -> Iterator[Figure]:
    for language in (path.stem for path in corpora()):
        yield within(f"a sentence takes: {language}", _time(language), "ms", goal=_MILLISECONDS)


def _time(language: str) -> float:
    """Return the milliseconds that a sentence takes once its turn's guard is made."""
    rows = [each.row for each in judged(language)]
    guards = [guard_of(row.world, language, row.after, row.does) for row in rows]
    started = process_time()
    for row, guard in zip(rows, guards, strict=True):
        judge(guard, row)
    return 1000 * (process_time() - started) / len(rows)


if __name__ == "__main__":
    for each in map(Path, sys.argv[1:]):
        print_beside(f"What the guard holds back of {each.name}", measure_file(each))
