"""One transaction: all of its block is on the disk, or none of it.

Knows nothing of what is written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Commit the block durably when it ends; undo it when it raises, for an interrupt from the keyboard too."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        _roll_back(db)
        raise


def _roll_back(db: sqlite3.Connection) -> None:
    # SQLite has rolled back by itself after some failures of the disk; after others it can only do so once the
    # connection is closed, and the first error is the one to tell.
    with suppress(sqlite3.Error):
        if db.in_transaction:
            db.execute("ROLLBACK")
