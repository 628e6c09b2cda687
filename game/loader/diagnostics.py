"""What is wrong with a world, where, and what was probably meant: collected, many at once, and rendered for a terminal.

Knows nothing of how worlds are read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz import process

from game.errors import WorldError

# The table of codes, in the words of the guide.
CODES = {
    "W001": "the file is not TOML",
    "W002": "the file is larger or more nested than a world may be",
    "W003": "a key is unknown, missing or of the wrong type",
    "W004": "an id is used twice",
    "W005": "an id is not a lower-case word, or is a word of the language",
    "W010": "a condition cannot be read",
    "W011": "an effect cannot be read",
    "W012": "a name is not that of anything in the world",
}


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a world: its name as shown, and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. line and column count from 1; length is in characters; hint completes the caret's line."""

    code: str
    severity: Literal["error", "warning"]
    message: str
    file: str
    line: int
    column: int
    length: int
    shown: str
    hint: str = ""

    def render(self) -> str:
        """Return the finding as several lines: what, where, the line itself and a caret."""
        margin = " " * len(str(self.line))
        room = max(len(self.shown) - self.column + 1, 1)
        caret = " " * (self.column - 1) + "^" * max(1, min(self.length, room))
        return "\n".join((
            f"{self.severity}[{self.code}]: {self.message}",
            f"{margin}--> {self.file}:{self.line}:{self.column}",
            f"{self.line} | {self.shown}",
            f"{margin} | {caret} {self.hint}".rstrip(),
        ))  # fmt: skip


@dataclass
class Diagnostics:
    """The findings of one reading of a world, in the order they were found."""

    found: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, message: str, source: Source, offset: int, *, length: int = 1, hint: str = "") -> None:
        """Add an error at an offset, in characters, of source."""
        line, column, shown = locate(source.text, offset)
        self.found.append(Diagnostic(code, "error", message, source.name, line, column, length, shown, hint))

    def raise_errors(self) -> None:
        """Raise a WorldError that shows every error, if there are any."""
        errors = [each for each in self.found if each.severity == "error"]
        errors.sort(key=lambda each: (each.file, each.line, each.column))
        if errors:
            raise WorldFaults(errors)


class WorldFaults(WorldError):
    """A world with errors in it; its text shows them all."""

    def __init__(self, errors: Sequence[Diagnostic]) -> None:
        count = "one error" if len(errors) == 1 else f"{len(errors)} errors"
        super().__init__(
            "\n\n".join((*(each.render() for each in errors), f"The world has {count}; mend the lines shown."))
        )
        self.errors = tuple(errors)


def locate(text: str, offset: int) -> tuple[int, int, str]:
    """Return line and column, both from 1, and the text of the line, for an offset in characters."""
    offset = max(0, min(offset, len(text)))
    begin = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    shown = text[begin : len(text) if end < 0 else end].replace("\t", " ").rstrip("\r")
    return text.count("\n", 0, offset) + 1, offset - begin + 1, shown


def nearest(name: str, candidates: Sequence[str]) -> str | None:
    """Return the candidate most like name, or None when none is near."""
    best = process.extractOne(name, candidates, score_cutoff=60.0) if name else None
    return best[0] if best else None
