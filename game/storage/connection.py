"""Opening a run's file: the pragmas that make it durable, and the checks that it is a run this program can read.

Knows nothing of what turns hold, nor of who else may have the file open.
"""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Literal

from game.errors import SaveError
from game.storage.failures import Damaged, explained
from game.storage.migrations import APPLICATION_ID, MIGRATIONS, migrate, schema_at, schema_of, version_of

LONGEST_TEXT = 4 * 2**20  # bytes of one row; a damaged length can then not ask for all the memory there is

_GUARDS = ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "foreign_keys = ON")
_DURABLE = ("journal_mode = DELETE", "synchronous = EXTRA")


def connect(path: Path) -> sqlite3.Connection:
    """Open the run at path, of any schema version up to ours; transactions are the caller's own.

    A journal left by a program that died is rolled back. Raises SaveError for a file that is missing, no run, damaged
    or from a newer version. Reads the header and the schema only: the cost does not grow with the run.
    """
    check_is_file(path)
    with ExitStack() as on_failure, explained(path):
        db = on_failure.enter_context(closing(_opened(path, "rw")))
        _set(db, _GUARDS)
        _check_identity(db, path)
        _set(db, _DURABLE)
        on_failure.pop_all()
        return db


def connect_latest(path: Path) -> sqlite3.Connection:
    """Open the run at path like connect, brought to our schema version; the caller holds its lock."""
    with ExitStack() as on_failure, explained(path):
        db = on_failure.enter_context(closing(connect(path)))
        migrate(db, path)
        on_failure.pop_all()
        return db


def connect_to_look(path: Path) -> sqlite3.Connection:
    """Open the run at path like connect, to read only: an older one as a copy in memory, in our schema version."""
    with ExitStack() as on_failure, explained(path):
        db = on_failure.enter_context(closing(connect(path)))
        if version_of(db) < len(MIGRATIONS):
            copy = on_failure.enter_context(closing(copied(db)))
            db.close()
            migrate(copy, None)
            db = copy
        _set(db, ("query_only = ON",))
        on_failure.pop_all()
        return db


def copied(db: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy in memory of what a run's file holds now. Raises sqlite3.Error."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    copy.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_TEXT)
    _set(copy, _GUARDS)
    db.backup(copy)
    return copy


def connect_new(path: Path) -> sqlite3.Connection:
    """Open a new, empty file at path with the same pragmas. Raises sqlite3.Error."""
    db = _opened(path, "rwc")
    _set(db, _GUARDS + _DURABLE)
    return db


def check_is_file(path: Path) -> None:
    """Raise SaveError unless there is a file at path."""
    with explained(path):
        if not path.is_file():
            raise SaveError(f"There is no run {path}: look for it in the list of runs, or begin another run.")


def quick_check(db: sqlite3.Connection) -> None:
    """Read every page and raise Damaged if they do not fit together; about 20 ms for 10,000 turns.

    SQLite's own quick_check leaves out whether indexes fit their tables, and one that does not hides tellings.
    """
    if db.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise Damaged


def _opened(path: Path, mode: Literal["rw", "rwc"]) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_TEXT)
    return db


def _set(db: sqlite3.Connection, pragmas: tuple[str, ...]) -> None:
    for pragma in pragmas:
        db.execute(f"PRAGMA {pragma}").fetchall()


def _check_identity(db: sqlite3.Connection, path: Path) -> None:
    """Only reads, so that a foreign file is left as it was."""
    if db.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise Damaged
    version = version_of(db)
    if version > len(MIGRATIONS):
        raise SaveError(f"The run {path} was written by a newer Loreloom: update this one to play it.")
    # The exact schema: a foreign view or trigger under one of our names would run as we read.
    if version < 1 or schema_of(db) != schema_at(version):
        raise Damaged
