"""What moves in a run's file, as rows: the turn the player stands at, and for each turn what was last used of it.

Knows nothing of transactions or locks: the caller has them.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from game.storage.failures import Damaged
from game.storage.records import Here, Pick
from game.storage.seals import check_seal, seal

_ADD_PICK = "INSERT INTO picks (turn, child, alternative, seal) VALUES (?, ?, ?, ?)"
_ADD_HERE = "INSERT INTO here (only, turn, seal) VALUES (1, ?, ?)"
_OR_PICK = """ ON CONFLICT (turn) DO UPDATE
    SET child = excluded.child, alternative = excluded.alternative, seal = excluded.seal"""
_OR_MOVE = " ON CONFLICT (only) DO UPDATE SET turn = excluded.turn, seal = excluded.seal"


def seal_of_pick(turn: int, child: int | None, alternative: int | None) -> str:
    """Return the seal of a pick; it is named, for ratings are rows of the same shape."""
    return seal("pick", turn, child, alternative)


def seal_of_here(turn: int) -> str:
    """Return the seal of where the player stands."""
    return seal("here", turn)


def all_picks(db: sqlite3.Connection) -> list[Pick]:
    """Return every pick, in the order of their turns. Raises Damaged."""
    return [_pick(row) for row in db.execute("SELECT turn, child, alternative, seal FROM picks ORDER BY turn")]


def pick_of(db: sqlite3.Connection, turn_id: int) -> Pick:
    """Return what was last used of a turn, which may be nothing. Raises Damaged."""
    row = db.execute("SELECT turn, child, alternative, seal FROM picks WHERE turn = ?", (turn_id,)).fetchone()
    return _pick(row) if row else Pick(turn_id, None, None)


def pick_child(db: sqlite3.Connection, turn_id: int, child: int) -> None:
    """Let redo lead from a turn to a child of it. Raises Damaged."""
    db.execute(_ADD_PICK + _OR_PICK, _row_of(replace(pick_of(db, turn_id), child=child)))


def pick_alternative(db: sqlite3.Connection, turn_id: int, alternative: int | None) -> None:
    """Let history use one of a turn's tellings, or none. Raises Damaged."""
    db.execute(_ADD_PICK + _OR_PICK, _row_of(replace(pick_of(db, turn_id), alternative=alternative)))


def put_pick(db: sqlite3.Connection, pick: Pick) -> None:
    """Keep the pick of a turn that has none. Raises Damaged for a child of another turn."""
    parent = db.execute("SELECT parent FROM turns WHERE id = ?", (pick.child,)).fetchone()
    if pick.child is not None and parent != (pick.turn,):
        raise Damaged
    db.execute(_ADD_PICK, _row_of(pick))


def put_here(db: sqlite3.Connection, here: Here) -> None:
    """Let the player, who stands nowhere yet, stand at a turn."""
    db.execute(_ADD_HERE, (here.turn, seal_of_here(here.turn)))


def move_here(db: sqlite3.Connection, turn_id: int) -> None:
    """Let the player stand at a turn from now on."""
    db.execute(_ADD_HERE + _OR_MOVE, (turn_id, seal_of_here(turn_id)))


def read_here(db: sqlite3.Connection) -> int:
    """Return the id of the turn where the player stands: of a file of any schema, sealed or not. Raises Damaged."""
    row = db.execute("SELECT * FROM here").fetchone()
    if row is None:
        raise Damaged
    _, turn, *found = row
    if found:
        check_seal(found[0], "here", turn)
    return int(turn)


def _row_of(pick: Pick) -> tuple[int, int | None, int | None, str]:
    return pick.turn, pick.child, pick.alternative, seal_of_pick(pick.turn, pick.child, pick.alternative)


def _pick(row: tuple[int, int | None, int | None, str]) -> Pick:
    *fields, found = row
    check_seal(found, "pick", *fields)
    return Pick(*row[:3])
