"""How many of the frozen tellings the guard judges rightly: by language, half and category, and for what reasons.

The rules were developed on one half of the rows first, and later on both: what they are worth on sentences that nobody
who wrote them has seen is for others to measure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from time import process_time

from tests.bench.figures import Figure, share, within
from tests.story.guarding.verdicts import alarms, guard_of, is_for_developing, judge, judged, recall
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


def _shares(name: str, *, is_developed: bool) -> Iterator[Figure]:
    for about in (*CATEGORIES, "all"):
        for language in (path.stem for path in corpora()):
            half = (each for each in judged(language) if is_for_developing(each.row) is is_developed)
            rows = [each for each in half if about in ("all", each.row.about)]
            wrongly, true = alarms(rows)
            yield share(f"{name}, {about}: {language} false held", *recall(rows), goal=RECALL)
            yield within(f"{name}, {about}: {language} true held", 100 * wrongly / true, "%", goal=ALARMS)


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
