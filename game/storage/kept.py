"""What a run's file keeps beside turns and tellings: bookmarks, ratings, the worlds it was played by, settings.

Knows nothing of locks or of which turn is current: it is given how to read and how to write.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Protocol, TypeVar

from game.storage.records import Bookmark, Telling, WorldCopy
from game.storage.tables import bookmarks, recall, settings, tellings, worlds

T = TypeVar("T")


class Work(Protocol):
    """Does something with the file, whole or not at all. Raises SaveError."""

    def __call__(self, work: Callable[[sqlite3.Connection], T]) -> T: ...


class Kept:
    """All of it, of one run. Every method raises SaveError when the disk fails, is full or is damaged."""

    def __init__(self, read: Work, write: Work) -> None:
        self._read = read
        self._write = write

    def bookmarks(self) -> list[Bookmark]:
        """Return every bookmark, in the order of their turns."""
        return self._read(bookmarks.all_bookmarks)

    def bookmark(self, bookmark: Bookmark) -> None:
        """Keep a bookmark of a turn that there is, in place of another of its name."""
        self._write(lambda db: bookmarks.put_bookmark(db, bookmark))

    def drop_bookmark(self, name: str) -> bool:
        """Take a bookmark out; return whether there was one."""
        return self._write(lambda db: bookmarks.drop_bookmark(db, name))

    def rate(self, telling: Telling, rating: int) -> None:
        """Keep what the player thinks of a telling: 1, -1, or 0 to take it back."""
        self._write(lambda db: tellings.rate_telling(db, telling, rating))

    def tell_instead(self, telling: Telling) -> None:
        """Keep one telling of a turn in place of all that it had, and what was thought of them."""

        def put(db: sqlite3.Connection) -> None:
            tellings.drop_tellings(db, telling.turn)
            recall.forget_turn(db, telling.turn)
            tellings.add_telling(db, telling)

        self._write(put)

    def world_of(self, turn_id: int) -> WorldCopy | None:
        """Return the world by which a turn was played, or None where the file does not say."""
        return self._read(lambda db: worlds.world_of(db, turn_id))

    def worlds(self) -> list[WorldCopy]:
        """Return every world that turns were played by, in the order of the turns."""
        return self._read(worlds.all_worlds)

    def last_digest(self) -> str:
        """Return the digest of the world kept last, or nothing where none is kept."""
        return self._read(worlds.last_digest)

    def put_world(self, copy: WorldCopy) -> None:
        """Keep the world by which the turns from copy.first on are played."""
        self._write(lambda db: worlds.put_world(db, copy))

    def setting(self, name: str) -> str | None:
        """Return what was kept under a name, or None."""
        return self._read(lambda db: settings.setting_of(db, name))

    def put_setting(self, name: str, value: str) -> None:
        """Keep a value under a name."""
        self._write(lambda db: settings.put_setting(db, name, value))
