"""A run's file made of the records of another: the same turns, tellings and all the rest, whole or not at all.

Knows nothing of where the records come from, nor of what their texts mean.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from game.storage.creation import create_with, make_folder
from game.storage.failures import Damaged, Unfitting, explained
from game.storage.lock import held
from game.storage.records import Bookmark, Here, Meta, Pick, Record, Setting, Telling, Turn, WorldCopy
from game.storage.tables.bookmarks import put_bookmark
from game.storage.tables.meta import read_meta, write_meta
from game.storage.tables.picks import put_here, put_pick
from game.storage.tables.settings import put_setting
from game.storage.tables.tellings import put_telling, rate_telling
from game.storage.tables.turns import current_turn, known_turn, put_turn
from game.storage.tables.worlds import put_world


def rebuild(path: Path, records: Iterable[Record]) -> None:
    """Write records, each after what it speaks of, as a run to path; folders are made.

    Raises SaveError if there is a file already or the disk fails; Unfitting for a record that does not fit with those
    before it, and where the last ones are missing. What taking a record raises passes through.
    """
    with explained(path):
        make_folder(path.parent)
        with held(path):
            create_with(path, lambda db: _write(db, records))


def _write(db: sqlite3.Connection, records: Iterable[Record]) -> None:
    last: Turn | None = None
    for record in records:
        try:
            _put(db, record, last)
        except (sqlite3.IntegrityError, OverflowError, Damaged) as error:
            raise Unfitting from error
        last = record if isinstance(record, Turn) else last
    try:
        read_meta(db)
        current_turn(db)
    except Damaged as error:
        raise Unfitting from error


def _put(db: sqlite3.Connection, record: Record, last: Turn | None) -> None:
    if isinstance(record, Turn):
        _put_turn(db, record, last)
    else:
        _PUT[type(record)](db, record)


def _put_turn(db: sqlite3.Connection, turn: Turn, last: Turn | None) -> None:
    """Keep a turn; last is the one before it in the file, which most follow."""
    if turn.parent is None or last is None:
        if turn.parent is not None or last is not None or turn.depth:
            raise Damaged
        put_turn(db, turn, above="")
        return
    parent = last if last.id == turn.parent else known_turn(db, turn.parent)
    if turn.depth != parent.depth + 1 or turn.id <= last.id:
        raise Damaged
    put_turn(db, turn, above=parent.state)


def _put_telling(db: sqlite3.Connection, telling: Telling) -> None:
    put_telling(db, telling)
    if telling.rating:
        rate_telling(db, telling, telling.rating)


def _put_setting(db: sqlite3.Connection, setting: Setting) -> None:
    put_setting(db, setting.name, setting.value)


_PUT: Mapping[type[Record], Callable[[sqlite3.Connection, Any], None]] = {
    Meta: write_meta,
    WorldCopy: put_world,
    Telling: _put_telling,
    Pick: put_pick,
    Bookmark: put_bookmark,
    Setting: _put_setting,
    Here: put_here,
}
