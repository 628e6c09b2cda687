"""All that a run's file held at one moment, copied into memory: read at leisure, whoever plays the run meanwhile.

Knows nothing of rules, worlds or models. Nothing is written, and no lock is held once it is made.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from game.storage.connection import connect_to_look, copied, quick_check
from game.storage.failures import explained
from game.storage.records import Bookmark, Here, Record, Step, Telling, Told, Turn, WorldCopy
from game.storage.tables import tellings, turns, worlds
from game.storage.tables.bookmarks import all_bookmarks
from game.storage.tables.meta import read_meta
from game.storage.tables.picks import all_picks
from game.storage.tables.settings import all_settings, setting_of
from game.storage.tables.states import with_states_above

T = TypeVar("T")


class Snapshot:
    """A run as it was; file is where, meta what it was begun with, here the turn that the player stood at.

    Every method raises SaveError for what is damaged.
    """

    def __init__(self, file: Path) -> None:
        """Copy the run at file. Raises SaveError if it is missing, no run, damaged or from a newer version."""
        self.file = file
        with explained(file), closing(connect_to_look(file)) as db:
            self._db = copied(db)
        self.meta = self._read(read_meta)
        self.here: Step = self._read(turns.current_turn)

    def quick_check(self) -> None:
        """Look whether the file's pages fit together."""
        self._read(quick_check)

    def tree(self) -> list[Step]:
        """Return every turn of every branch, in the order in which they were played."""
        return self._read(turns.tree)

    def turns(self) -> Iterator[tuple[Turn, str]]:
        """Yield every turn of every branch, and the state of its parent ("" for the root), parents first."""
        with explained(self.file):
            yield from with_states_above(self._db, turns.tree(self._db))

    def path(self, turn_id: int) -> list[Step]:
        """Return the steps from the root to a turn; none if there is no such turn."""
        return self._read(lambda db: turns.steps_to(db, turn_id))

    def path_tellings(self, to: Step, limit: int) -> list[Told]:
        """Return the last limit steps to a step, oldest first, each with the telling that history uses."""
        return self._read(lambda db: tellings.told_path(db, to, limit=limit))

    def tellings(self, turn_id: int) -> list[Telling]:
        """Return every telling of a turn, oldest first."""
        return self._read(lambda db: tellings.tellings_of(db, turn_id))

    def chosen_telling(self, turn_id: int) -> Telling | None:
        """Return the telling of a turn that history uses, or None if it was never told."""
        return self._read(lambda db: tellings.chosen_telling(db, turn_id))

    def bookmarks(self) -> list[Bookmark]:
        """Return every bookmark, in the order of their turns."""
        return self._read(all_bookmarks)

    def worlds(self) -> list[WorldCopy]:
        """Return the worlds that turns were played by, in the order of the turns."""
        return self._read(worlds.all_worlds)

    def setting(self, name: str) -> str | None:
        """Return what was kept under a name, or None."""
        return self._read(lambda db: setting_of(db, name))

    def records(self) -> Iterator[Record]:
        """Yield all that the file holds, each after what it speaks of: equal runs yield equal records."""
        yield self.meta
        yield from self.worlds()
        for turn, _ in self.turns():
            yield turn
        for step in self.tree():
            yield from self.tellings(step.id)
        yield from self._read(all_picks)
        yield from self.bookmarks()
        yield from self._read(all_settings)
        yield Here(self.here.id)

    def close(self) -> None:
        """Let the copy go; safe to call twice."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with explained(self.file):
            return work(self._db)
