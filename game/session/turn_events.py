"""What a session yields: the one stream that the screen, plain mode, a web page and the tests all consume.

Knows nothing of who consumes it.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.story.model import Done
from game.story.passages import Grew, Opened


@dataclass(frozen=True, slots=True)
class Committed:
    """A turn is on disk. number counts turns on this path, words are what it is remembered by."""

    number: int
    words: str
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """The telling is complete and stored. replies say what the model was asked for it, if anything."""

    way: str
    replies: tuple[Done, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """A sentence or more from outside the story; no turn was spent."""

    text: str


@dataclass(frozen=True, slots=True)
class Offered:
    """The choices that can be taken now, in order; their numbers count from 1. talking names one talked with."""

    choices: tuple[str, ...]
    talking: str = ""


@dataclass(frozen=True, slots=True)
class Rewound:
    """The run stands at another turn: what was shown is past, and the passages that follow tell where it is now."""

    number: int


@dataclass(frozen=True, slots=True)
class Reread:
    """The world was edited, and the run goes on in it; text says so, and what could not be kept."""

    text: str


@dataclass(frozen=True, slots=True)
class Left:
    """The player wants to leave; everything is saved."""


TurnEvent = Committed | Opened | Grew | Told | Answered | Offered | Rewound | Reread | Left
