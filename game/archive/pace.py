"""A story at the pace at which it is read: text, and how long it is waited before each piece.

Knows nothing of clocks, terminals or files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from game.archive.retelling import Story, ToldTurn
from game.story.reading import SPEEDS, pieces_of, unit_of, words_of

_BEFORE_WORDS_S = 1.5
_AFTER_WORDS_S = 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """What is shown next, after so many seconds. Lines end in one line feed."""

    wait_s: float
    text: str


def speed_of(language: str) -> int:
    """Return how much is read in a minute: words, or characters where no spaces part them."""
    return SPEEDS[unit_of(language)]


def paced(story: Story, *, speed: int, width: int | None = None) -> Iterator[Piece]:
    """Yield a story, blank lines between its blocks; speed is words a minute.

    Lines are broken between words where they are wider than width, in cells of a terminal; None leaves them whole.
    """
    for turn in story.turns:
        if turn.number:
            yield Piece(_BEFORE_WORDS_S, f"> {turn.words}\n\n")
        yield from _read(turn, speed, width)


def blocks_of(turn: ToldTurn) -> Iterator[str]:
    """Yield the blocks of a turn as plain lines show them, but for the player's words."""
    for block in turn.blocks:
        if block.heading:
            yield f"# {block.heading}"
        yield block.text


def _read(turn: ToldTurn, speed: int, width: int | None) -> Iterator[Piece]:
    wait = _AFTER_WORDS_S
    for block in blocks_of(turn):
        for piece in pieces_of(f"{_broken(block, width)}\n\n"):
            yield Piece(wait, piece)
            wait = len(words_of(piece)) * 60 / speed


def _broken(block: str, width: int | None) -> str:
    if width is None:
        return block
    console = Console(width=width, file=None, force_terminal=False)
    lines = Text(block).wrap(console, width)
    return "\n".join(line.plain.rstrip() for line in lines)
