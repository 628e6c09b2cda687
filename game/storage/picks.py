"""Picks as rows: for each turn the child that redo leads to and the telling chosen.

Knows nothing of transactions or locks: the caller has them.
"""

from __future__ import annotations

import sqlite3

from game.storage.failures import Damaged
from game.storage.records import Pick


def all_picks(db: sqlite3.Connection) -> list[Pick]:
    """Return every pick, in the order of their turns."""
    return [Pick(*row) for row in db.execute("SELECT turn, child, alternative FROM picks ORDER BY turn")]


def put_pick(db: sqlite3.Connection, pick: Pick) -> None:
    """Keep the pick of a turn that has none. Raises Damaged for a child of another turn."""
    parent = db.execute("SELECT parent FROM turns WHERE id = ?", (pick.child,)).fetchone()
    if pick.child is not None and parent != (pick.turn,):
        raise Damaged
    db.execute("INSERT INTO picks VALUES (?, ?, ?)", (pick.turn, pick.child, pick.alternative))
