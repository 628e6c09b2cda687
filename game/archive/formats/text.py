"""A story as a plain transcript: the lines of plain mode, without the choices.

Knows nothing of where it is written.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.archive.pace import blocks_of
from game.archive.retelling import Story


def to_text(story: Story) -> str:
    """Return the transcript, a blank line between any two blocks."""
    return "\n\n".join(_blocks(story)) + "\n"


def _blocks(story: Story) -> Iterator[str]:
    for turn in story.turns:
        if turn.number:
            yield f"> {turn.words}"
        yield from blocks_of(turn)
