"""How wide text is drawn, as nearly as can be said without a font, and text broken into lines.

Knows nothing of SVG. Widths are those of wide fonts, so that what fits here fits in others.
"""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import east_asian_width

_NARROW = frozenset(" .,:;'!|ijlIfrt()[]-")
_BROAD = frozenset("mwMW@%")


@dataclass(frozen=True, slots=True)
class Face:
    """A way of writing: its name in the style sheet, and its size and line height in pixels."""

    name: str
    size: float
    height: float
    is_mono: bool = False

    def width(self, text: str) -> float:
        """Return how wide text is, in pixels."""
        return sum(self._share(each) for each in text) * self.size

    def wrap(self, text: str, most: float) -> list[str]:
        """Return the lines of text, none wider than most pixels; a long word is broken."""
        lines: list[str] = []
        line = ""
        for word in text.split():
            longer = f"{line} {word}" if line else word
            if self.width(longer) <= most:
                line = longer
                continue
            lines += [line] if line else []
            *broken, line = self._broken(word, most)
            lines += broken
        return [*lines, line] if line else lines

    def _broken(self, word: str, most: float) -> list[str]:
        parts = [""]
        for each in word:
            if parts[-1] and self.width(parts[-1] + each) > most:
                parts.append("")
            parts[-1] += each
        return parts

    def _share(self, character: str) -> float:
        """Return the width of a character as a share of the size."""
        if east_asian_width(character) in "WF":
            return 1.0
        if self.is_mono:
            return 0.61
        return 0.37 if character in _NARROW else 0.98 if character in _BROAD else 0.67


TITLE = Face("title", 24, 30)
HEADING = Face("heading", 16, 24)
NAME = Face("name", 14, 18)
NOTE = Face("note", 12, 16)
CODE = Face("code", 11, 14, is_mono=True)
SCENE = Face("scene", 11, 15, is_mono=True)
GATE = Face("gate", 11, 13, is_mono=True)


def shortened(text: str, most: int) -> str:
    """Return text of at most so many characters, the last of them a sign that there are more."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
