"""The worlds that a run was played by, as their authors' files, deflated: the one it was begun with, and later ones.

Knows nothing of what is in the files, or of transactions.
"""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import repeat

from game.storage.failures import Damaged, TooLong
from game.storage.records import WorldCopy
from game.storage.seals import check_seal, seal

LONGEST_WORLD = 16 * 2**20
"""Bytes: a damaged length can then not ask for all the memory there is."""
MOST_FILES = 10_000
_BETWEEN = ", "
_TEXT = r'"(?:[^"\\]++|\\.)*+"'
_PAIR = re.compile(rf"\[{_TEXT}{_BETWEEN}{_TEXT}\]", re.DOTALL)


def put_world(db: sqlite3.Connection, copy: WorldCopy) -> None:
    """Keep the files by which the turns from copy.first on are played."""
    written = json.dumps(copy.files, ensure_ascii=False, separators=(_BETWEEN, ":")).encode()
    if len(written) > LONGEST_WORLD or len(copy.files) > MOST_FILES:
        raise TooLong
    packed = zlib.compress(written)
    row = (copy.first, copy.digest, packed.hex())
    db.execute("INSERT OR REPLACE INTO worlds VALUES (?, ?, ?, ?)", (copy.first, copy.digest, packed, seal(*row)))


def put_instead(db: sqlite3.Connection, copy: WorldCopy) -> None:
    """Keep the files by which every turn there is can be played, in place of all that were kept."""
    db.execute("DELETE FROM worlds")
    put_world(db, replace(copy, first=1))


def world_of(db: sqlite3.Connection, turn_id: int) -> WorldCopy | None:
    """Return the world by which a turn was played, or None where the file does not say. Raises Damaged."""
    query = "SELECT first, digest, packed, seal FROM worlds WHERE first <= ? ORDER BY first DESC LIMIT 1"
    row = db.execute(query, (turn_id,)).fetchone()
    return None if row is None else _copy(*row)


def last_digest(db: sqlite3.Connection) -> str:
    """Return the digest of the world kept last, or nothing where none is kept."""
    row = db.execute("SELECT digest FROM worlds ORDER BY first DESC LIMIT 1").fetchone()
    return "" if row is None else str(row[0])


def all_worlds(db: sqlite3.Connection) -> list[WorldCopy]:
    """Return every world that turns were played by, in the order of the turns. Raises Damaged."""
    return [_copy(*row) for row in db.execute("SELECT first, digest, packed, seal FROM worlds ORDER BY first")]


def _copy(first: int, digest: str, packed: bytes, found: str) -> WorldCopy:
    check_seal(found, first, digest, packed.hex())
    return WorldCopy(first, digest, unpack_world(packed))


def unpack_world(packed: bytes) -> tuple[tuple[str, str], ...]:
    """Return a world's files, each a name and a text, from its row. Raises Damaged."""
    unpacker = zlib.decompressobj()
    try:
        return tuple(_pairs(unpacker.decompress(packed, LONGEST_WORLD).decode()))
    except (zlib.error, ValueError) as error:
        raise Damaged from error


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a JSON list as put_world writes it: any other JSON might ask for far more memory than that."""
    at = 0
    for lead in ("[", *repeat(_BETWEEN, MOST_FILES - 1)):
        found = _PAIR.match(text, at + len(lead)) if text.startswith(lead, at) else None
        if found is None:
            break
        name, content = json.loads(found[0])
        yield name, content
        at = found.end()
    if text != "[]" and (not at or text[at:] != "]"):
        raise Damaged
