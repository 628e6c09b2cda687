"""The one row that says what a run was begun with.

Knows nothing of turns.
"""

from __future__ import annotations

import sqlite3
from dataclasses import astuple

from game.storage.failures import Damaged
from game.storage.records import Meta
from game.storage.seals import check_seal, parsed_seed, seal


def write_meta(db: sqlite3.Connection, meta: Meta) -> None:
    """Write the row of a new file."""
    world, digest, seed, *rest = astuple(meta)
    row = (world, digest, str(seed), *rest)  # a seed may be wider than SQLite's signed 64 bits
    db.execute("INSERT INTO meta VALUES (1, ?, ?, ?, ?, ?, ?, ?)", (*row, seal(*row)))


def read_meta(db: sqlite3.Connection) -> Meta:
    """Return what write_meta wrote. Raises Damaged."""
    row = db.execute("SELECT world, world_digest, seed, rules_version, language, created, seal FROM meta").fetchone()
    if row is None:
        raise Damaged
    *fields, found = row
    check_seal(found, *fields)
    world, digest, seed, *rest = fields
    return Meta(world, digest, parsed_seed(seed), *rest)
