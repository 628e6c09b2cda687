"""A run's index: turns of the current past found by words, and tellings that were kept before there was one.

Knows nothing of what words mean. All that is in it follows from turns and tellings: a run made anew has none, and is
given it again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing

from game.storage.kept import Work
from game.storage.records import Step, Telling
from game.storage.tables import recall, tellings


def can_find() -> bool:
    """Return whether this machine's SQLite finds turns by words: whether it was built with FTS5."""
    with closing(sqlite3.connect(":memory:")) as db:
        try:
            db.execute("CREATE VIRTUAL TABLE found USING fts5 (words)")
        except sqlite3.OperationalError:
            return False
    return True


class Index:
    """The index of one run. Every method raises SaveError when the disk fails, is full or is damaged."""

    def __init__(self, read: Work, write: Work) -> None:
        self._read = read
        self._write = write

    def find(self, turn_id: int, words: Sequence[str], *, before: int, most: int) -> list[Step]:
        """Return the turns on the path to a turn, before one of that depth, that words fit best, the best first."""
        return self._read(lambda db: recall.find_turns(db, turn_id, words, before=before, most=most))

    def missing(self, most: int) -> list[Telling]:
        """Return the latest tellings that are not in it, at most so many."""
        return self._read(
            lambda db: [
                telling
                for turn, alternative in recall.unindexed(db, most)
                for telling in tellings.tellings_of(db, turn)
                if telling.alternative == alternative
            ]
        )

    def add(self, words: Iterable[tuple[Telling, str]]) -> None:
        """Let tellings be found by words, parted by spaces; those that no words are given for by none."""

        def add(db: sqlite3.Connection) -> None:
            for telling, each in words:
                recall.index_telling(db, telling, each)

        self._write(add)
