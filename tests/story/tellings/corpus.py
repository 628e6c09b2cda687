"""The frozen sentences a check of tellings is measured on, read from the .jsonl files beside this module.

Knows nothing of what checks a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from tests.story.corpora import corpora_in, records_in

HERE = Path(__file__).parent
CATEGORIES = (
    "absent",
    "thing",
    "exit",
    "secret",
    "opposite",
    "puppet",
    "other",
    "scaffold",
    "loop",
    "banned",
    "language",
    "person",
)
TRUE = "true"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sentence, the turn it tells, and whether it may be shown: label is TRUE, or the category it falls under.

    after leads from the beginning to the state before the turn, does is the turn. earlier was shown before it.
    """

    world: str
    after: tuple[str, ...]
    does: str
    kind: Literal["scene", "line"]
    sentence: str
    label: str
    about: str
    speaker: str = ""
    earlier: tuple[str, ...] = ()

    @property
    def is_true(self) -> bool:
        """Return whether the sentence must be shown; any other must be held back."""
        return self.label == TRUE


def corpora() -> list[Path]:
    """Return the files that rules may be developed on, each named for the language of its sentences."""
    return corpora_in(HERE)


def unseen() -> list[Path]:
    """Return the files that nobody reads who works on rules: they are only counted."""
    return corpora_in(HERE / "unseen")


@cache
def rows_of(path: Path) -> tuple[Row, ...]:
    """Return the rows of a file, in its order."""
    return tuple(map(_row, records_in(path)))


def _row(record: dict[str, Any]) -> Row:
    return Row(**{**record, "after": tuple(record["after"]), "earlier": tuple(record.get("earlier", ()))})
