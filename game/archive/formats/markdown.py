"""A story as Markdown (CommonMark 0.31): headings for places and endings, quotations for the player's words.

Knows nothing of where it is written. A text from a run is text here as well: whatever it looks like, it is no markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.archive.retelling import Story, ToldTurn

_ANYWHERE = re.compile(r"([\\`*_\[\]<>&~|$])")
_AT_FIRST = re.compile(r"^(\d*)([-+=#.)])")


def to_markdown(story: Story) -> str:
    """Return the story, a blank line between any two blocks."""
    return "\n\n".join((f"# {literal(story.title)}", *_blocks(story))) + "\n"


def literal(text: str) -> str:
    """Return a text as Markdown that shows just this text. Its lines stay lines, but blank ones and indents go."""
    lines = (line.strip(" \t") for line in text.split("\n"))
    return "\\\n".join(_line(line) for line in lines if line)


def _line(line: str) -> str:
    return _AT_FIRST.sub(r"\1\\\2", _ANYWHERE.sub(r"\\\1", line))


def _blocks(story: Story) -> Iterator[str]:
    for turn in story.turns:
        if turn.number:
            yield f"> {literal(turn.words)}"
        yield from _told(story, turn)


def _told(story: Story, turn: ToldTurn) -> Iterator[str]:
    for block in turn.blocks:
        if block.heading and block.heading != story.title:
            yield f"## {literal(block.heading)}"
        yield literal(block.text)
