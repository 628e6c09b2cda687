"""What a run was last played with, as pairs of a name and a value: both are text.

Knows nothing of what they mean, or of transactions.
"""

from __future__ import annotations

import sqlite3

from game.storage.records import Setting
from game.storage.seals import check_seal, seal


def put_setting(db: sqlite3.Connection, name: str, value: str) -> None:
    """Keep a value under a name, in place of the one before."""
    db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?, ?)", (name, value, seal(name, value)))


def setting_of(db: sqlite3.Connection, name: str) -> str | None:
    """Return the value under a name, or None. Raises Damaged."""
    row = db.execute("SELECT value, seal FROM settings WHERE name = ?", (name,)).fetchone()
    if row is None:
        return None
    check_seal(row[1], name, row[0])
    return str(row[0])


def all_settings(db: sqlite3.Connection) -> list[Setting]:
    """Return every value with its name. Raises Damaged."""
    found = []
    for name, value, sealed in db.execute("SELECT name, value, seal FROM settings ORDER BY name"):
        check_seal(sealed, name, value)
        found.append(Setting(name, value))
    return found
