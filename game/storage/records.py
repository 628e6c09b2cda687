"""What a run's file gives back: meta, steps, turns, tellings and summaries, all frozen.

Knows nothing of SQLite, nor of what the texts of actions, events and states mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Meta:
    """What a run was begun with and never changes. seed is any integer; created is the caller's text for a time."""

    world: str
    world_digest: str
    seed: int
    rules_version: int
    language: str
    created: str


@dataclass(frozen=True, slots=True)
class Step:
    """A turn without its state: all that histories need.

    ids count from 1, the root, whose parent is None, depth 0, words and action empty. words is what the player typed,
    action its text form, events JSON text.
    """

    id: int
    parent: int | None
    depth: int
    words: str
    action: str
    events: str


@dataclass(frozen=True, slots=True)
class Turn(Step):
    """A step and the state after it, as text."""

    state: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of a turn; alternatives of a turn count from 1. model is empty and seed 0 for the author's words.

    details is JSON of how it was made, or empty; rating is what the player thought of it: 1, -1, or 0 for nothing said.
    """

    turn: int
    alternative: int
    text: str
    narrator: str
    model: str
    seed: int
    details: str = ""
    rating: int = 0


Told = tuple[Step, Telling | None]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A name that a player gave to a turn, and a note."""

    name: str
    turn: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """What was last used of a turn: the child that redo leads to, and the alternative chosen among its tellings."""

    turn: int
    child: int | None
    alternative: int | None


@dataclass(frozen=True, slots=True)
class Setting:
    """Something that the run was last played with."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Here:
    """The turn that the player stands at."""

    turn: int


@dataclass(frozen=True, slots=True)
class WorldCopy:
    """A world's files, each a name and a text, by which the turns from the id first on were played."""

    first: int
    digest: str
    files: tuple[tuple[str, str], ...]


Record = Meta | WorldCopy | Turn | Telling | Pick | Bookmark | Setting | Here
"""All that a run's file is made of."""


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One line of a list of runs.

    depth is turns since the root on the current path; updated is when the file was last written, in UTC.
    problem is the sentence that says why the file cannot be opened (depth is then 0), or empty.
    """

    name: str
    path: Path
    world: str
    depth: int
    updated: datetime
    problem: str = ""
