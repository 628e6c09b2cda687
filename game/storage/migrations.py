"""The schema of a run's file, as a list of numbered steps from nothing to now.

Knows nothing of how files are opened. A step that has shipped is never edited: a new one is added at the end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path

from game.storage.backups import back_up
from game.storage.tables.picks import seal_of_here, seal_of_pick
from game.storage.tables.states import add_state
from game.storage.transaction import transaction

Migration = Callable[[sqlite3.Connection], None]
Schema = tuple[tuple[str, str, str, str | None], ...]

_LAID_OUT = "recall_"
"""With this the names of the tables begin that SQLite itself keeps for the index."""

APPLICATION_ID = int.from_bytes(b"Lore")


def _1_turns_and_tellings(db: sqlite3.Connection) -> None:
    """Rows of meta, turns and tellings are only ever added; picks and here are all that moves.

    picks: for each turn the child last used (redo) and the telling chosen. here: the current turn.
    """
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("""CREATE TABLE meta (
        only INTEGER PRIMARY KEY CHECK (only = 1), world TEXT NOT NULL, world_digest TEXT NOT NULL,
        seed TEXT NOT NULL, rules_version INTEGER NOT NULL, language TEXT NOT NULL, created TEXT NOT NULL,
        seal TEXT NOT NULL) STRICT""")
    db.execute("""CREATE TABLE turns (
        id INTEGER PRIMARY KEY, parent INTEGER REFERENCES turns (id), depth INTEGER NOT NULL,
        words TEXT NOT NULL, action TEXT NOT NULL, events TEXT NOT NULL,
        seal TEXT NOT NULL, state_digest TEXT NOT NULL, state TEXT NOT NULL) STRICT""")
    db.execute("""CREATE TABLE tellings (
        turn INTEGER NOT NULL REFERENCES turns (id), alternative INTEGER NOT NULL, text TEXT NOT NULL,
        narrator TEXT NOT NULL, model TEXT NOT NULL, seed TEXT NOT NULL, seal TEXT NOT NULL,
        PRIMARY KEY (turn, alternative)) STRICT""")
    db.execute("""CREATE TABLE picks (
        turn INTEGER PRIMARY KEY REFERENCES turns (id), child INTEGER REFERENCES turns (id), alternative INTEGER,
        FOREIGN KEY (turn, alternative) REFERENCES tellings (turn, alternative)) STRICT""")
    db.execute("""CREATE TABLE here (
        only INTEGER PRIMARY KEY CHECK (only = 1), turn INTEGER NOT NULL REFERENCES turns (id)) STRICT""")


def _2_small_states_and_what_players_keep(db: sqlite3.Connection) -> None:
    """States move to a table of their own, packed. worlds: the author's files, from the first turn played by them on.

    details: how a telling was made, as JSON. settings: what this run was last played with.
    """
    db.execute("""CREATE TABLE states (
        turn INTEGER PRIMARY KEY REFERENCES turns (id), packed BLOB NOT NULL) STRICT""")
    for turn, depth, state, above in db.execute("""SELECT turns.id, turns.depth, turns.state, above.state FROM turns
            LEFT JOIN turns AS above ON above.id = turns.parent ORDER BY turns.id""").fetchall():
        add_state(db, turn, depth, state, above=above or "")
    db.execute("ALTER TABLE turns DROP COLUMN state")
    db.execute("ALTER TABLE tellings ADD COLUMN details TEXT NOT NULL DEFAULT ''")
    db.execute("""CREATE TABLE ratings (
        turn INTEGER NOT NULL, alternative INTEGER NOT NULL, rating INTEGER NOT NULL, seal TEXT NOT NULL,
        PRIMARY KEY (turn, alternative),
        FOREIGN KEY (turn, alternative) REFERENCES tellings (turn, alternative)) STRICT""")
    db.execute("""CREATE TABLE worlds (
        first INTEGER PRIMARY KEY, digest TEXT NOT NULL, packed BLOB NOT NULL, seal TEXT NOT NULL) STRICT""")
    db.execute("""CREATE TABLE bookmarks (
        name TEXT PRIMARY KEY, turn INTEGER NOT NULL REFERENCES turns (id), note TEXT NOT NULL,
        seal TEXT NOT NULL) STRICT""")
    db.execute("""CREATE TABLE settings (
        name TEXT PRIMARY KEY, value TEXT NOT NULL, seal TEXT NOT NULL) STRICT""")


def _3_seals_of_what_moves(db: sqlite3.Connection) -> None:
    """What moves, picks and here, is sealed as all other rows are, so that a flipped bit moves nobody."""
    for table in ("picks", "here"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN seal TEXT NOT NULL DEFAULT ''")
    for turn, child, alternative in db.execute("SELECT turn, child, alternative FROM picks").fetchall():
        db.execute("UPDATE picks SET seal = ? WHERE turn = ?", (seal_of_pick(turn, child, alternative), turn))
    for (turn,) in db.execute("SELECT turn FROM here").fetchall():
        db.execute("UPDATE here SET seal = ?", (seal_of_here(turn),))


def _4_turns_found_by_words(db: sqlite3.Connection) -> None:
    """recall: the words of tellings. forks: the turns that do not go on from the one before them.

    What older files hold is put into it while they are played: which words are in a telling is not known here.
    """
    db.execute("CREATE VIRTUAL TABLE recall USING fts5 (words, detail=none, tokenize='porter unicode61')")
    db.execute("CREATE INDEX forks ON turns (id, parent) WHERE parent <> id - 1")


MIGRATIONS: tuple[Migration, ...] = (
    _1_turns_and_tellings,
    _2_small_states_and_what_players_keep,
    _3_seals_of_what_moves,
    _4_turns_found_by_words,
)


def version_of(db: sqlite3.Connection) -> int:
    """Return how many migrations the file has behind it."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def backup_path(path: Path, version: int) -> Path:
    """Return where the copy of a file of that version is kept when it is migrated."""
    return path.with_name(f"{path.name}.schema-{version}")


def migrate(db: sqlite3.Connection, path: Path | None, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring a file to the last version in one transaction, an older one after a copy of it is made beside it.

    path is None for one that is in memory.
    """
    version = version_of(db)
    if version == len(migrations):
        return
    if version and path is not None:
        back_up(db, backup_path(path, version))
    with transaction(db):
        _apply(db, migrations[version:])
        db.execute(f"PRAGMA user_version = {len(migrations)}")


def schema_of(db: sqlite3.Connection) -> Schema:
    """Return (type, name, table, SQL) of everything the file declares; how SQLite lays out an index is its own."""
    rows = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
    return tuple((kind, name, of, None if name.startswith(_LAID_OUT) else sql) for kind, name, of, sql in rows)


@cache
def schema_at(version: int) -> Schema:
    """Return what a file of that version must declare, no more and no less."""
    with closing(sqlite3.connect(":memory:")) as db:
        _apply(db, MIGRATIONS[:version])
        return schema_of(db)


def _apply(db: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    for migration in migrations:
        migration(db)
