"""What tests of saves do to a file behind the game's back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def alter(file: Path, *statements: str) -> None:
    """Let SQLite itself change a run's file."""
    with closing(sqlite3.connect(file)) as db, db:
        for statement in statements:
            db.execute(statement)
