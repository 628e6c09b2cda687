"""What an import gives: tables of the world format, and what could not be translated.

Knows nothing of any foreign format, or of how tables are written as TOML.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Note:
    """What was left out or changed, and the line of the foreign file, from 1; 0 where it has no lines."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Imported:
    """Tables as the world format has them, in the order in which they are to be written, and notes by line."""

    tables: dict[str, Any]
    notes: tuple[Note, ...]
