"""Turns as rows: adding, finding, the path back to the root, and the current turn.

Knows nothing of transactions or locks: the caller has them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from game.storage.failures import Damaged
from game.storage.records import Step, Turn
from game.storage.seals import check_seal, seal
from game.storage.tables.picks import all_picks, move_here, pick_child, pick_of, read_here
from game.storage.tables.states import add_state, with_state

# A parent must be one less deep than its child, so the walk ends even in a damaged file whose parents form a ring.
_STEPS_BACK = """WITH RECURSIVE back (id, parent, depth) AS (
    SELECT id, parent, depth FROM turns WHERE id = :turn
    UNION ALL
    SELECT turns.id, turns.parent, turns.depth FROM back
        JOIN turns ON turns.id = back.parent AND turns.depth = back.depth - 1
    LIMIT :limit)
SELECT turns.id, turns.parent, turns.depth, words, action, events, seal, state_digest FROM back JOIN turns USING (id)"""
_NO_LIMIT = -1


def add_turn(db: sqlite3.Connection, parent: Turn | None, *, words: str, action: str, events: str, state: str) -> Turn:
    """Add a child of parent (None for the root) and make it the current turn."""
    (turn_id,) = db.execute("SELECT coalesce(max(id), 0) + 1 FROM turns").fetchone()
    above, depth = (None, 0) if parent is None else (parent.id, parent.depth + 1)
    turn = Turn(turn_id, above, depth, words, action, events, state)
    put_turn(db, turn, above=parent.state if parent else "")
    move_to(db, turn)
    return turn


def put_turn(db: sqlite3.Connection, turn: Turn, *, above: str) -> None:
    """Keep a turn as it is; above is its parent's state, and nothing for the root."""
    step = (turn.id, turn.parent, turn.depth, turn.words, turn.action, turn.events)
    digest = seal(turn.state)
    db.execute("INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*step, seal(*step, digest), digest))
    add_state(db, turn.id, turn.depth, turn.state, above=above)


def put_texts(db: sqlite3.Connection, step: Step, state: str) -> None:
    """Keep other texts of a turn, in place of those there were; state is kept elsewhere, and only sealed here."""
    digest = seal(state)
    row = (step.action, step.events, seal(*astuple(step), digest), digest, step.id)
    db.execute("UPDATE turns SET action = ?, events = ?, seal = ?, state_digest = ? WHERE id = ?", row)


def move_to(db: sqlite3.Connection, turn: Step) -> None:
    """Make turn the current one, and the one that redo leads to from its parent."""
    move_here(db, turn.id)
    if turn.parent is not None:
        pick_child(db, turn.parent, turn.id)


def lead_to(db: sqlite3.Connection, turn_id: int) -> None:
    """Let redo lead from the root to a turn, along its own branch. Raises Damaged."""
    for step in steps_to(db, turn_id):
        if step.parent is not None:
            pick_child(db, step.parent, step.id)


def tree(db: sqlite3.Connection) -> list[Step]:
    """Return every turn there is, in the order in which they were played. Raises Damaged."""
    query = "SELECT id, parent, depth, words, action, events, seal, state_digest FROM turns ORDER BY id"
    return [_step(row) for row in db.execute(query)]


def leads(db: sqlite3.Connection) -> dict[int, int]:
    """Return for each turn the child last used, both as ids. Raises Damaged."""
    return {pick.turn: pick.child for pick in all_picks(db) if pick.child is not None}


def current_turn(db: sqlite3.Connection) -> Turn:
    """Return the turn the player stands at. Raises Damaged."""
    return with_state(db, current_step(db))


def current_step(db: sqlite3.Connection) -> Step:
    """Return the turn the player stands at without its state: of a file of any schema. Raises Damaged."""
    found = steps_to(db, read_here(db), limit=1)
    if not found:
        raise Damaged
    return found[0]


def picked_child(db: sqlite3.Connection, turn_id: int) -> Turn | None:
    """Return the child of a turn last used, or None if it never had one. Raises Damaged."""
    picked = pick_of(db, turn_id).child
    child = None if picked is None else known_turn(db, picked)
    if child is not None and child.parent != turn_id:
        raise Damaged
    return child


def known_turn(db: sqlite3.Connection, turn_id: int) -> Turn:
    """Return the turn of an id that the file itself gave. Raises Damaged if it is not there."""
    found = steps_to(db, turn_id, limit=1)
    if not found:
        raise Damaged
    return with_state(db, found[0])


def steps_to(db: sqlite3.Connection, turn_id: int, *, limit: int | None = None) -> list[Step]:
    """Return the last limit steps (None: from the root) to a turn, oldest first; none if there is no such turn.

    Raises Damaged if they are not whole, or do not reach back as far as the depth of the turn says.
    """
    rows = db.execute(_STEPS_BACK, {"turn": turn_id, "limit": _NO_LIMIT if limit is None else limit})
    steps = [_step(row) for row in rows]
    if steps and len(steps) != min(limit or _all_to(steps[0]), _all_to(steps[0])):
        raise Damaged
    steps.reverse()
    return steps


def _all_to(step: Step) -> int:
    return step.depth + 1


def _step(row: Sequence[Any]) -> Step:
    *fields, found, digest = row
    check_seal(found, *fields, digest)
    return Step(*fields)
