"""States as rows, kept small: now and then one that stands for itself, the others as what is new since their parent's.

Knows nothing of what a state means. A small one is deflated with its parent's text as the dictionary (RFC 1950): it
takes some 60 bytes instead of 4,000, and cannot be read against any other text.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from game.storage.failures import Damaged, TooLong
from game.storage.records import Step, Turn
from game.storage.seals import check_seal

WHOLE_EVERY = 32
LONGEST_STATE = 4 * 2**20
"""Bytes: a damaged length can then not ask for all the memory there is."""
_EFFORT = 6
# A header of two bytes, of which the first is this and both together a multiple of 31, and a sum of four (RFC 1950).
_DEFLATED = 0x78
_LEAST_PACKED = 8

_CHAIN = """WITH RECURSIVE back (id, parent, depth) AS (
    SELECT id, parent, depth FROM turns WHERE id = :turn
    UNION ALL
    SELECT turns.id, turns.parent, turns.depth FROM back
        JOIN turns ON turns.id = back.parent AND turns.depth = back.depth - 1
        WHERE back.depth % :every
    LIMIT :every)
SELECT packed FROM back JOIN states ON states.turn = back.id ORDER BY depth"""


def add_state(db: sqlite3.Connection, turn_id: int, depth: int, state: str, *, above: str) -> None:
    """Keep the state of a turn; above is that of its parent, and nothing for the root."""
    packed = _pack(state, above if depth % WHOLE_EVERY else "")
    db.execute("INSERT INTO states VALUES (?, ?)", (turn_id, packed))


def put_state(db: sqlite3.Connection, turn_id: int, depth: int, state: str, *, above: str) -> None:
    """Keep another state of a turn, in place of the one there was."""
    packed = _pack(state, above if depth % WHOLE_EVERY else "")
    db.execute("UPDATE states SET packed = ? WHERE turn = ?", (packed, turn_id))


def state_of(db: sqlite3.Connection, step: Step) -> str:
    """Return the state after a turn. Raises Damaged."""
    chain = db.execute(_CHAIN, {"turn": step.id, "every": WHOLE_EVERY}).fetchall()
    if len(chain) != step.depth % WHOLE_EVERY + 1:
        raise Damaged
    state = ""
    for (packed,) in chain:
        state = unpack_state(packed, state)
    return state


def with_state(db: sqlite3.Connection, step: Step) -> Turn:
    """Return the step with its state. Raises Damaged."""
    return _turn(db, step, state_of(db, step))


def with_states(db: sqlite3.Connection, steps: Iterable[Step]) -> Iterator[Turn]:
    """Yield steps that follow one another from the root, with their states, each read once. Raises Damaged."""
    state = ""
    for step in steps:
        state = _next_state(db, step, state)
        yield _turn(db, step, state)


def with_states_above(db: sqlite3.Connection, steps: Iterable[Step]) -> Iterator[tuple[Turn, str]]:
    """Yield steps of a whole tree, each after its parent, with their states and those of their parents, "" for a root.

    Each state is read once, and held no longer than until the last turn that follows it. Raises Damaged.
    """
    steps = list(steps)
    awaited = Counter(step.parent for step in steps)
    held: dict[int | None, str] = {None: ""}
    for step in steps:
        if step.parent not in held:
            raise Damaged
        turn = _turn(db, step, _next_state(db, step, held[step.parent]))
        yield turn, held[step.parent]
        awaited[step.parent] -= 1
        if step.parent is not None and not awaited[step.parent]:
            del held[step.parent]
        if awaited[step.id]:
            held[step.id] = turn.state


def _next_state(db: sqlite3.Connection, step: Step, above: str) -> str:
    row = db.execute("SELECT packed FROM states WHERE turn = ?", (step.id,)).fetchone()
    if row is None:
        raise Damaged
    return unpack_state(row[0], above if step.depth % WHOLE_EVERY else "")


def _turn(db: sqlite3.Connection, step: Step, state: str) -> Turn:
    (digest,) = db.execute("SELECT state_digest FROM turns WHERE id = ?", (step.id,)).fetchone()
    check_seal(digest, state)
    return Turn(**asdict(step), state=state)


def _pack(text: str, above: str) -> bytes:
    encoded = text.encode()
    if len(encoded) > LONGEST_STATE:
        raise TooLong
    packer = zlib.compressobj(_EFFORT, zdict=above.encode()) if above else zlib.compressobj(_EFFORT)
    return packer.compress(encoded) + packer.flush()


def is_packed(packed: bytes) -> bool:
    """Return whether bytes begin as a packed state does: the index of words has rows of the same shape."""
    return len(packed) >= _LEAST_PACKED and packed[0] == _DEFLATED and int.from_bytes(packed[:2], "big") % 31 == 0


def unpack_state(packed: bytes, above: str) -> str:
    """Return a state from its row; above is that of its parent, or nothing for one that stands for itself.

    Raises Damaged, or UnicodeDecodeError.
    """
    unpacker = zlib.decompressobj(zdict=above.encode()) if above else zlib.decompressobj()
    try:
        text = unpacker.decompress(packed, LONGEST_STATE)
    except (zlib.error, TypeError) as error:
        raise Damaged from error
    if not unpacker.eof:
        raise Damaged
    return text.decode()
