"""What is wrong with a world, where, and what was probably meant: collected, many at once, and rendered for a terminal.

Knows nothing of how worlds are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal
from unicodedata import east_asian_width

from rapidfuzz import fuzz, process

from game.errors import WorldError
from game.story.clean import clean
from game.story.prose import counted

# The table of codes, in the words of the guide.
CODES = {
    "W001": "the file is not TOML",
    "W002": "the file is larger or more nested than a world may be",
    "W003": "a key is unknown or missing, or its value is not one that it can have",
    "W004": "an id is used twice",
    "W005": "an id is not a lower-case word, or is a word of the language",
    "W010": "a condition cannot be read",
    "W011": "an effect cannot be read",
    "W012": "a name is not that of anything in the world",
    "W013": "what stands within the braces of a text cannot be read",
    "W014": "a translation is of nothing that the world has",
    "W015": "a text to be protected cannot be read",
    "W101": "nothing leads to a place",
    "W102": "no way leads back",
    "W103": "nothing reads a fact",
    "W104": "nothing changes a fact",
    "W105": "a refusal does not say why",
    "W106": "nothing leads to a scene",
    "W107": "somebody or something is nowhere for good",
    "W108": "two people have nearly one voice",
    "W109": "a text is not translated",
    "W110": "what every prompt may hold betrays what is closed",
    "W111": "a text is longer than a small model can be told",
    "W112": "a condition can never hold",
    "W113": "a condition always holds",
    "W114": "a thing can never be had",
    "W115": "a condition waits for what never happens",
    "W116": "a model is told a name that nothing in the world has",
    "W117": "words are missing that a player would read",
    "W118": "a key does nothing without another",
    "W119": "a player cannot tell two things, people or choices apart",
    "W120": "nobody can ever tell somebody what is to be passed on to them",
    "W201": "no play reaches an ending",
    "W202": "no ending can be reached any more",
    "W203": "a run can stand still",
    "W204": "no play comes to something",
    "W205": "it is not decided, because a limit was hit",
}

Severity = Literal["error", "warning"]
MOST_SHOWN = 50
_NEAR = 65.0
"""How like a name another is, of 100, to be what was meant."""
_TELLING = 3
_UNSHOWN = "\ufffd"
_WIDE_SPACE = "\u3000"


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a world: its name as shown, and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. line and column count from 1; length is in characters; hint completes the caret's line."""

    code: str
    severity: Severity
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
        caret = _blank(self.shown[: self.column - 1]) + "^" * max(1, min(self.length, room))
        return "\n".join((
            f"{self.severity}[{self.code}]: {self.message}",
            f"{margin}--> {self.file}:{self.line}:{self.column}",
            f"{self.line} | {self.shown}",
            f"{margin} | {caret} {self.hint}".rstrip(),
        ))  # fmt: skip


@dataclass
class Diagnostics:
    """The findings of one reading of a world, in the order they were found; those after MOST_SHOWN are only counted."""

    found: list[Diagnostic] = field(default_factory=list)
    left_out: int = 0

    @property
    def is_full(self) -> bool:
        """Return whether one more finding would only be counted."""
        return len(self.found) >= MOST_SHOWN

    def has_errors(self) -> bool:
        """Return whether the world cannot be played as it stands."""
        return any(each.severity == "error" for each in self.found)

    def nearest(self, name: str, candidates: Iterable[str]) -> str | None:
        """Return the candidate most like name, or None: also when a hint would not be shown."""
        return None if self.is_full else nearest(name, candidates)

    def error(self, code: str, message: str, source: Source, offset: int, *, length: int = 1, hint: str = "") -> None:
        """Add an error at an offset, in characters, of source."""
        self._add("error", code, message, (source, offset), length=length, hint=hint)

    def warning(self, code: str, message: str, source: Source, offset: int, *, length: int = 1, hint: str = "") -> None:
        """Add a warning at an offset, in characters, of source: the world can be played all the same."""
        self._add("warning", code, message, (source, offset), length=length, hint=hint)

    def _add(
        self, severity: Severity, code: str, message: str, place: tuple[Source, int], *, length: int, hint: str
    ) -> None:
        if self.is_full:
            self.left_out += 1
            return
        source, offset = place
        line, column, shown = locate(source.text, offset)
        message, file, shown, hint = (visible(each) for each in (message, source.name, shown, hint))
        self.found.append(Diagnostic(code, severity, message, file, line, column, length, shown, hint))

    def sorted(self) -> list[Diagnostic]:
        """Return the findings in the order of their places."""
        return sorted(self.found, key=lambda each: (each.file, each.line, each.column))

    def raise_errors(self) -> None:
        """Raise a WorldError that shows every error, if there are any."""
        errors = [each for each in self.sorted() if each.severity == "error"]
        if errors:
            raise WorldFaults(errors, left_out=self.left_out)


class WorldFaults(WorldError):
    """A world with errors in it; its text shows them, and counts those left out."""

    def __init__(self, errors: Sequence[Diagnostic], *, left_out: int = 0) -> None:
        count = len(errors) + left_out
        more = (f"and {left_out} more",) if left_out else ()
        counted = "one error" if count == 1 else f"{count} errors"
        end = f"The world has {counted}; mend the lines shown."
        super().__init__("\n\n".join((*(each.render() for each in errors), *more, end)))
        self.errors = tuple(errors)


def summary(findings: Sequence[Diagnostic], *, left_out: int = 0) -> str:
    """Return one sentence that counts findings, and another for those that are not shown."""
    errors = sum(each.severity == "error" for each in findings)
    counts = ((errors, "error"), (len(findings) - errors, "warning"))
    said = " and ".join(counted(number, what) for number, what in counts if number)
    more = f" Another {left_out} are not shown." if left_out else ""
    return f"{said or 'Nothing is wrong'}.{more}"


def visible(text: str) -> str:
    """Return text on one line, with a mark for each character that a screen may not be given: its length is kept."""
    if text.isprintable():
        return text
    return "".join(each if each not in "\n\t" and clean(each) else _UNSHOWN for each in text)


def _blank(text: str) -> str:
    """Return spaces as wide as text is on a terminal, one for each character."""
    return "".join(_WIDE_SPACE if east_asian_width(each) in "WF" else " " for each in text)


def locate(text: str, offset: int) -> tuple[int, int, str]:
    """Return line and column, both from 1, and the text of the line, for an offset in characters."""
    offset = max(0, min(offset, len(text)))
    begin = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    shown = text[begin : len(text) if end < 0 else end].replace("\t", " ").rstrip("\r")
    return text.count("\n", 0, offset) + 1, offset - begin + 1, shown


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like name, or one that shares a word with it, or None when none is near."""
    known = list(candidates) if name else []
    best = process.extractOne(name, known, scorer=fuzz.ratio, processor=str.lower, score_cutoff=_NEAR)
    return best[0] if best else next((each for each in known if _words(name) & _words(each)), None)


def _words(name: str) -> set[str]:
    """Return the words of an id that tell it from others."""
    return {each for each in re.split(r"[\s_-]+", name.lower()) if len(each) >= _TELLING}
