"""Tellings as rows: adding alternatives, the chosen one, and the told path for the narrator's history.

Knows nothing of transactions or locks: the caller has them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from game.storage.records import Step, Telling, Told
from game.storage.seals import check_seal, seal
from game.storage.turns import steps_to

_OF_TURN = """SELECT turn, alternative, text, narrator, model, seed, seal FROM tellings
    WHERE turn = ? ORDER BY alternative"""
_CHOSEN = """SELECT tellings.turn, tellings.alternative, text, narrator, model, seed, seal FROM picks
    LEFT JOIN tellings USING (turn, alternative) WHERE picks.turn = ? AND picks.alternative IS NOT NULL"""
_CHOOSE = """INSERT INTO picks (turn, alternative) VALUES (?, ?)
    ON CONFLICT (turn) DO UPDATE SET alternative = excluded.alternative"""


def add_telling(db: sqlite3.Connection, turn_id: int, text: str, *, narrator: str, model: str, seed: int) -> Telling:
    """Add the next alternative of a turn that exists, and choose it."""
    query = "SELECT coalesce(max(alternative), 0) + 1 FROM tellings WHERE turn = ?"
    (alternative,) = db.execute(query, (turn_id,)).fetchone()
    # The seed is kept as text: it may be wider than SQLite's signed 64 bits.
    row = (turn_id, alternative, text, narrator, model, str(seed))
    db.execute("INSERT INTO tellings VALUES (?, ?, ?, ?, ?, ?, ?)", (*row, seal(*row)))
    db.execute(_CHOOSE, (turn_id, alternative))
    return Telling(turn_id, alternative, text, narrator, model, seed)


def chosen_telling(db: sqlite3.Connection, turn_id: int) -> Telling | None:
    """Return the chosen telling of a turn, None if it was never told. Raises Damaged."""
    row = db.execute(_CHOSEN, (turn_id,)).fetchone()
    return None if row is None else _telling(row)


def tellings_of(db: sqlite3.Connection, turn_id: int) -> list[Telling]:
    """Return every telling of a turn in the order they were told. Raises Damaged."""
    return [_telling(row) for row in db.execute(_OF_TURN, (turn_id,))]


def told_path(db: sqlite3.Connection, to: Step, *, limit: int | None) -> list[Told]:
    """Return the last limit steps (None: all) up to a step, each with its chosen telling. Raises Damaged."""
    return [(step, chosen_telling(db, step.id)) for step in steps_to(db, to.id, limit=limit)]


def _telling(row: Sequence[Any]) -> Telling:
    *fields, found = row
    check_seal(found, *fields)
    turn_id, alternative, text, narrator, model, seed = fields
    return Telling(turn_id, alternative, text, narrator, model, int(seed))
