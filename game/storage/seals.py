"""Seals: short digests kept beside each row, so that a flipped bit in a save is damage, never another story.

Knows nothing of tables. It guards against failing disks, not against forgers.
"""

from __future__ import annotations

import hashlib
import json

from game.storage.failures import Damaged

_SEAL_BYTES = 16
# JSON's ASCII form, not repr: repr changes with each Python's table of printable characters. What JSON has no
# form for can only be damage, and need only differ.
_encode = json.JSONEncoder(default=repr).encode


def seal(*fields: object) -> str:
    """Return a digest in hex of fields (whole numbers, strings or None), types and order included."""
    return hashlib.blake2b(_encode(fields).encode("ascii"), digest_size=_SEAL_BYTES).hexdigest()


def check_seal(found: object, *fields: object) -> None:
    """Raise Damaged unless found is the seal of fields."""
    if found != seal(*fields):
        raise Damaged


def parsed_seed(text: str) -> int:
    """Return a seed, which is kept as text. Raises Damaged."""
    try:
        return int(text)
    except ValueError as error:
        raise Damaged from error
