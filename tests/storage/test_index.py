"""Whether this machine's SQLite can hold an index at all."""

from __future__ import annotations

import sqlite3
from functools import partial

import pytest

from game.storage.index import can_find


class Bare(sqlite3.Connection):
    """A connection of an SQLite that was built without FTS5."""

    def execute(self, sql: str, *_: object) -> sqlite3.Cursor:
        raise sqlite3.OperationalError("no such module: fts5")


def test_it_can_where_fts5_is_there() -> None:
    assert can_find()


def test_it_cannot_where_fts5_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Bare))
    assert not can_find()
