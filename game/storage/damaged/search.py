"""Looking for rows in a damaged run's file: in a copy, by SQLite as far as it goes, then on every page by hand.

Knows nothing of what the rows hold. The file itself is only read.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from game.errors import SaveError
from game.storage.connection import connect
from game.storage.damaged.findings import Findings
from game.storage.damaged.pages import Row, rows_of

_SELECTS = (
    "SELECT * FROM meta",
    "SELECT * FROM turns",
    "SELECT * FROM states",
    "SELECT * FROM tellings",
    "SELECT * FROM ratings",
    "SELECT * FROM picks",
    "SELECT * FROM here",
    "SELECT * FROM worlds",
    "SELECT * FROM bookmarks",
    "SELECT * FROM settings",
)
_BESIDE = ("", "-journal", "-wal")
_BLOCK = 4096


def find_rows(file: Path) -> Findings:
    """Return what can be found. What SQLite itself gives out comes first. Raises OSError where nothing can be read."""
    found = Findings()
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "run"
        for suffix in _BESIDE:
            _copy(file.with_name(file.name + suffix), copy.with_name(copy.name + suffix))
        for row in _selected(copy):
            found.add(row)
        for row in rows_of(copy.read_bytes()):
            found.add(row)
    return found


def _selected(copy: Path) -> Iterator[Row]:
    """Yield the rows that SQLite reaches; a half-written turn is taken back first where that can still be done."""
    with suppress(SaveError), closing(connect(copy)) as db:
        for select in _SELECTS:
            with suppress(sqlite3.Error):  # the table is of a later schema, or a page on the way to its rows is bad
                yield from db.execute(select)


def _copy(source: Path, to: Path) -> None:
    """Copy what there is of a file; blocks that the disk will not give are zeros."""
    with suppress(FileNotFoundError), source.open("rb", buffering=0) as old, to.open("wb") as new:
        for at in range(0, os.fstat(old.fileno()).st_size, _BLOCK):
            new.write(_block(old.fileno(), at))


def _block(file: int, at: int) -> bytes:
    try:
        return os.pread(file, _BLOCK, at)
    except OSError:
        return bytes(_BLOCK)
