"""Tellings as rows: adding alternatives, the chosen one, and the told path for the narrator's history.

Knows nothing of transactions or locks: the caller has them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from game.storage.failures import Damaged
from game.storage.records import Step, Telling, Told
from game.storage.seals import check_seal, parsed_seed, seal
from game.storage.tables.picks import pick_alternative, pick_of
from game.storage.tables.turns import steps_to

_SELECT = "SELECT turn, alternative, text, narrator, model, seed, seal, details FROM tellings"
_OF_TURN = f"{_SELECT} WHERE turn = ? ORDER BY alternative"
_ONE = f"{_SELECT} WHERE turn = ? AND alternative = ?"


def add_telling(db: sqlite3.Connection, telling: Telling) -> Telling:
    """Add a telling as the next alternative of its turn, which exists, and choose it; return it with its number."""
    query = "SELECT coalesce(max(alternative), 0) + 1 FROM tellings WHERE turn = ?"
    (alternative,) = db.execute(query, (telling.turn,)).fetchone()
    told = replace(telling, alternative=alternative)
    put_telling(db, told)
    pick_alternative(db, told.turn, alternative)
    return told


def put_telling(db: sqlite3.Connection, telling: Telling) -> None:
    """Keep a telling as it is, but for its rating."""
    # The seed is kept as text: it may be wider than SQLite's signed 64 bits.
    row = (telling.turn, telling.alternative, telling.text, telling.narrator, telling.model, str(telling.seed))
    sealed = _seal(row, telling.details)
    db.execute("INSERT INTO tellings VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*row, sealed, telling.details))


def drop_tellings(db: sqlite3.Connection, turn_id: int) -> None:
    """Forget every telling of a turn, and what was thought of them; their words are wiped from the file."""
    db.execute("PRAGMA secure_delete = ON")
    pick_alternative(db, turn_id, None)
    db.execute("DELETE FROM ratings WHERE turn = ?", (turn_id,))
    db.execute("DELETE FROM tellings WHERE turn = ?", (turn_id,))


def rate_telling(db: sqlite3.Connection, telling: Telling, rating: int) -> None:
    """Keep what the player thinks of a telling."""
    row = (telling.turn, telling.alternative, rating)
    db.execute("INSERT OR REPLACE INTO ratings VALUES (?, ?, ?, ?)", (*row, seal(*row)))


def chosen_telling(db: sqlite3.Connection, turn_id: int) -> Telling | None:
    """Return the chosen telling of a turn, None if it was never told. Raises Damaged."""
    alternative = pick_of(db, turn_id).alternative
    if alternative is None:
        return None
    row = db.execute(_ONE, (turn_id, alternative)).fetchone()
    if row is None:
        raise Damaged
    return _telling(db, row)


def tellings_of(db: sqlite3.Connection, turn_id: int) -> list[Telling]:
    """Return every telling of a turn in the order they were told. Raises Damaged."""
    return [_telling(db, row) for row in db.execute(_OF_TURN, (turn_id,)).fetchall()]


def every_telling(db: sqlite3.Connection) -> list[Telling]:
    """Return every telling of every turn. Raises Damaged."""
    return [_telling(db, row) for row in db.execute(_SELECT).fetchall()]


def put_text(db: sqlite3.Connection, telling: Telling, text: str) -> None:
    """Keep another text of a telling, in place of the one there was."""
    row = (telling.turn, telling.alternative, text, telling.narrator, telling.model, str(telling.seed))
    query = "UPDATE tellings SET text = ?, seal = ? WHERE turn = ? AND alternative = ?"
    db.execute(query, (text, _seal(row, telling.details), telling.turn, telling.alternative))


def told_path(db: sqlite3.Connection, to: Step, *, limit: int | None) -> list[Told]:
    """Return the last limit steps (None: all) up to a step, each with its chosen telling. Raises Damaged."""
    return [(step, chosen_telling(db, step.id)) for step in steps_to(db, to.id, limit=limit)]


def _telling(db: sqlite3.Connection, row: Sequence[Any]) -> Telling:
    *fields, found, details = row
    if found != _seal(fields, details):
        raise Damaged
    turn_id, alternative, text, narrator, model, seed = fields
    rating = _rating_of(db, turn_id, alternative)
    return Telling(turn_id, alternative, text, narrator, model, parsed_seed(seed), details, rating)


def _rating_of(db: sqlite3.Connection, turn_id: int, alternative: int) -> int:
    query = "SELECT rating, seal FROM ratings WHERE turn = ? AND alternative = ?"
    row = db.execute(query, (turn_id, alternative)).fetchone()
    if row is None:
        return 0
    check_seal(row[1], turn_id, alternative, row[0])
    return int(row[0])


def _seal(fields: Sequence[Any], details: str) -> str:
    """Return the seal of a telling: those of the first schema had no details, and no seal of them."""
    return seal(*fields, details) if details else seal(*fields)
