"""Bookmarks as rows: a name for a turn, and a note if the player wrote one.

Knows nothing of transactions or locks: the caller has them.
"""

from __future__ import annotations

import sqlite3

from game.storage.records import Bookmark
from game.storage.seals import check_seal, seal


def put_bookmark(db: sqlite3.Connection, bookmark: Bookmark) -> None:
    """Keep a bookmark, in place of another of its name."""
    row = (bookmark.name, bookmark.turn, bookmark.note)
    db.execute("INSERT OR REPLACE INTO bookmarks VALUES (?, ?, ?, ?)", (*row, seal(*row)))


def drop_bookmark(db: sqlite3.Connection, name: str) -> bool:
    """Take a bookmark out; return whether there was one."""
    return db.execute("DELETE FROM bookmarks WHERE name = ?", (name,)).rowcount > 0


def all_bookmarks(db: sqlite3.Connection) -> list[Bookmark]:
    """Return every bookmark, in the order of their turns. Raises Damaged."""
    return [_bookmark(row) for row in db.execute("SELECT name, turn, note, seal FROM bookmarks ORDER BY turn, name")]


def _bookmark(row: tuple[str, int, str, str]) -> Bookmark:
    *fields, found = row
    check_seal(found, *fields)
    return Bookmark(row[0], row[1], row[2])
