"""Making a run's file: whole under a hidden name first, then put in its place in one step.

Knows nothing of locks: the caller holds the lock of path.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from game.errors import SaveError
from game.storage.connection import connect_new
from game.storage.migrations import migrate
from game.storage.records import Meta, WorldCopy
from game.storage.tables.meta import write_meta
from game.storage.tables.turns import add_turn
from game.storage.tables.worlds import put_world
from game.storage.transaction import transaction


def make_folder(folder: Path) -> None:
    """Make a folder that may be missing, and those above it, durably. Raises OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def create_file(path: Path, meta: Meta, *, state: str, events: str, world: WorldCopy | None) -> None:
    """Write a run with its root turn to path, durably or not at all. Raises what create_with does."""

    def write(db: sqlite3.Connection) -> None:
        write_meta(db, meta)
        add_turn(db, None, words="", action="", events=events, state=state)
        if world is not None:
            put_world(db, world)

    create_with(path, write)


def create_with(path: Path, write: Callable[[sqlite3.Connection], None]) -> None:
    """Let write fill a run's file at path, durably or not at all.

    Raises SaveError if there is a file already; sqlite3.Error or OSError if it cannot be written.
    """
    if os.path.lexists(path):
        raise SaveError(f"There is a run {path} already: open it, or begin one under another name.")
    draft = path.with_name(f".{path.name}.new")
    _remove(draft)
    try:
        with closing(connect_new(draft)) as db:
            migrate(db, draft)
            with transaction(db):
                write(db)
        draft.rename(path)
    except BaseException:
        _remove(draft)
        raise
    sync_folder(path.parent)
    sync_folder(path.parent.parent)  # path.parent may be new too


def sync_folder(folder: Path) -> None:
    """Put on the disk what a folder holds. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(draft: Path) -> None:
    draft.with_name(f"{draft.name}-journal").unlink(missing_ok=True)
    draft.unlink(missing_ok=True)
