"""Migrations: numbered, whole or not at all, with a copy of the older file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from game.storage import migrations
from game.storage.connection import connect
from game.storage.migrations import MIGRATIONS, backup_path, migrate, schema_at, schema_of, version_of
from game.storage.run import RunFile


class Unfit(Exception):
    """What a migration may raise."""


@pytest.fixture
def db(run: RunFile, file: Path) -> Iterator[sqlite3.Connection]:
    run.close()
    with closing(connect(file)) as opened:
        yield opened


def add_notes(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE notes (text TEXT) STRICT")


def fail(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE half (text TEXT) STRICT")
    raise Unfit


def test_a_new_file_is_at_the_last_version_and_has_no_copy(run: RunFile, file: Path) -> None:
    assert run._read(version_of) == len(MIGRATIONS)
    assert not list(file.parent.glob(f"{file.name}.schema-*"))


def test_a_file_of_this_version_is_left_alone(db: sqlite3.Connection, file: Path) -> None:
    before = file.read_bytes()
    migrate(db, file)
    assert file.read_bytes() == before


def test_an_older_file_is_migrated_after_a_copy(db: sqlite3.Connection, file: Path) -> None:
    migrate(db, file, [*MIGRATIONS, add_notes])
    assert version_of(db) == len(MIGRATIONS) + 1
    assert "notes" in {name for _, name, _, _ in schema_of(db)}
    RunFile.open(backup_path(file, len(MIGRATIONS))).close()


def test_only_the_missing_steps_are_applied(db: sqlite3.Connection, file: Path) -> None:
    migrate(db, file, [fail, add_notes])
    assert version_of(db) == 2


def test_a_failed_migration_changes_nothing(db: sqlite3.Connection, file: Path) -> None:
    with pytest.raises(Unfit):
        migrate(db, file, [*MIGRATIONS, add_notes, fail])
    assert version_of(db) == len(MIGRATIONS)
    assert schema_of(db) == schema_at(len(MIGRATIONS))


def test_a_failed_migration_can_be_tried_again(db: sqlite3.Connection, file: Path) -> None:
    with pytest.raises(Unfit):
        migrate(db, file, [*MIGRATIONS, fail])
    migrate(db, file, [*MIGRATIONS, add_notes])
    assert version_of(db) == len(MIGRATIONS) + 1


def test_an_older_run_is_migrated_when_it_is_opened(run: RunFile, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = run.current()
    run.close()
    monkeypatch.setattr("game.storage.connection.MIGRATIONS", newer := (*MIGRATIONS, add_notes))
    monkeypatch.setattr(migrations.migrate, "__defaults__", (newer,))
    with RunFile.open(file) as again:
        assert again._read(version_of) == len(newer)
        assert again.current() == root
