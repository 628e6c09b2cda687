"""What an import notes as it goes, and at which line of the Twee file.

Knows nothing of what is noted.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from game.authoring.imports.imported import Note
from game.loader.diagnostics import visible

_MOST = 60


class Notebook:
    """Collects notes; the same one is kept once for each line."""

    def __init__(self) -> None:
        self._notes: dict[tuple[int, str], None] = {}

    def add(self, line: int, text: str) -> None:
        """Note something about a line of the file, from 1; 0 is the file as a whole."""
        self._notes[line, text] = None

    def notes(self) -> tuple[Note, ...]:
        """Return the notes by line, those of one line as they were made."""
        return tuple(Note(line, text) for line, text in sorted(self._notes, key=lambda each: each[0]))


@dataclass(frozen=True, slots=True)
class Page:
    """The text of one passage as its format's reader sees it, with the notebook that goes with it."""

    name: str
    text: str
    line: int
    """The line of the file at which text begins."""
    notebook: Notebook
    _breaks: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_breaks", tuple(at for at, each in enumerate(self.text) if each == "\n"))

    def line_at(self, offset: int) -> int:
        """Return the line of the file in which a character of the text is."""
        return self.line + bisect_right(self._breaks, offset - 1)

    def note(self, offset: int, text: str) -> None:
        """Note something about what stands at an offset of the text."""
        self.notebook.add(self.line_at(offset), text)


def shown(text: str) -> str:
    """Return foreign text as a note may quote it: on one line, and not long."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"
