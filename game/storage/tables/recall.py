"""Turns found by words: the index of tellings, and the way back from a turn, so that other branches are left out.

Knows nothing of languages: words come parted already. A telling's row is never changed; which telling of a turn is
chosen is asked when one is looked for.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log

from game.storage.failures import Damaged
from game.storage.records import Step, Telling
from game.storage.tables.turns import steps_to

MOST_HITS = 400
"""Turns that are looked at for one word, the latest: one that so many hold tells little of any of them."""
_WORTH = 0.5
"""Of the score of what fits best, the part that others have at least."""

# A row's number is that of its turn times 2 to the 20th, and that of the telling: the latest turns have the highest.
_ADD = "INSERT INTO recall (rowid, words) VALUES (? << 20 | ?, ?)"
_HITS = """SELECT recall.rowid >> 20 FROM recall
    JOIN picks ON picks.turn = recall.rowid >> 20 AND picks.alternative = recall.rowid & 1048575
    WHERE recall MATCH ? AND recall.rowid < ? << 20 ORDER BY recall.rowid DESC"""
_LATEST_FORK = """SELECT id, parent FROM turns INDEXED BY forks
    WHERE parent <> id - 1 AND id <= ? ORDER BY id DESC LIMIT 1"""
_UNINDEXED = """SELECT turn, alternative FROM tellings
    WHERE NOT EXISTS (SELECT 1 FROM recall WHERE rowid = turn << 20 | alternative)
    ORDER BY turn DESC, alternative DESC LIMIT ?"""


def index_telling(db: sqlite3.Connection, telling: Telling, words: str) -> None:
    """Let the turn of a telling be found by words, parted by spaces, while that telling is chosen; by none, if none."""
    db.execute(_ADD, (telling.turn, telling.alternative, words))


def forget_turn(db: sqlite3.Connection, turn_id: int) -> None:
    """Leave nothing of the words of a turn's tellings, with secure_delete not in the file either."""
    db.execute("DELETE FROM recall WHERE rowid BETWEEN ? << 20 AND (? + 1 << 20) - 1", (turn_id, turn_id))
    db.execute("INSERT INTO recall (recall) VALUES ('optimize')")  # else what was deleted waits to be merged away


def unindexed(db: sqlite3.Connection, most: int) -> list[tuple[int, int]]:
    """Return the latest tellings that have no row yet, each as its turn and its number, at most so many."""
    return db.execute(_UNINDEXED, (most,)).fetchall()


def find_turns(db: sqlite3.Connection, turn_id: int, words: Sequence[str], *, before: int, most: int) -> list[Step]:
    """Return the turns on the path to a turn, before one of that depth, that these words fit best, the best first.

    The fewer of them hold a word, the more it says; of turns that fit alike the latest comes first. Raises Damaged.
    """
    way = tuple(_before(_way_back(db, turn_id), before))
    scores: dict[int, float] = defaultdict(float)
    asked = [word for word in dict.fromkeys(words) if word.isalnum()]  # any other is parted, or means something else
    for word in asked if way else ():
        hits = list(islice(_hits(db, word, way), MOST_HITS))
        for turn in hits:
            scores[turn] += log((before + 1) / len(hits))
    best = sorted(scores, key=lambda turn: (-scores[turn], -turn))[:most]
    return [_known(db, turn) for turn in best if scores[turn] >= _WORTH * scores[best[0]]]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Turns of a path whose ids follow one another, first and last among them; depth is that of the last."""

    first: int
    last: int
    depth: int


def _way_back(db: sqlite3.Connection, turn_id: int) -> Iterator[_Stretch]:
    """Yield the stretches of a path from its end to the root. Raises Damaged."""
    row = db.execute("SELECT depth FROM turns WHERE id = ?", (turn_id,)).fetchone()
    if row is None:
        raise Damaged
    last, depth = turn_id, row[0]
    while fork := db.execute(_LATEST_FORK, (last,)).fetchone():
        first, parent = fork
        yield _Stretch(first, last, depth)
        depth -= last - first + 1
        if parent >= first:
            raise Damaged
        last = parent
    yield _Stretch(1, last, depth)


def _before(way: Iterable[_Stretch], before: int) -> Iterator[_Stretch]:
    """Yield the stretches without the turns of that depth and after."""
    for each in way:
        over = max(each.depth - before + 1, 0)
        if each.last - over >= each.first:
            yield _Stretch(each.first, each.last - over, each.depth - over)


def _hits(db: sqlite3.Connection, word: str, way: Sequence[_Stretch]) -> Iterator[int]:
    """Yield the turns on a way that a word is in, the latest first."""
    firsts = [each.first for each in reversed(way)]
    lasts = [each.last for each in reversed(way)]
    rows = db.execute(_HITS, (f'"{word}"', way[0].last + 1))
    for (turn,) in rows:
        at = bisect_right(firsts, turn) - 1
        if at >= 0 and turn <= lasts[at]:
            yield turn


def _known(db: sqlite3.Connection, turn_id: int) -> Step:
    found = steps_to(db, turn_id, limit=1)
    if not found:
        raise Damaged
    return found[0]
