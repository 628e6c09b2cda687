"""Copies of a run's file, made before something in it is written anew.

Knows nothing of what is going to be written.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path


def free_path(path: Path) -> Path:
    """Return where the next copy of a run is kept: beside it, and no run by its name."""
    numbered = (path.with_name(f"{path.name}.before-{number}") for number in count(1))
    return next(each for each in numbered if not each.exists())


def back_up(db: sqlite3.Connection, path: Path) -> None:
    """Write a copy of a file that is open to path, durably. Raises sqlite3.Error."""
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA synchronous = EXTRA")
        db.backup(copy)
