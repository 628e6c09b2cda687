"""TOML cut into tokens, in one linear pass, for the limits before parsing and the positions after it.

Knows nothing of what a world means, and never fails: what is no TOML is a token of kind "other".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A text that never ends is one token, to the end of its line or of the file: else its rest were read over and over.
_STRING = (
    r'(?:"""(?:[^"\\]++|\\.|"(?!""))*+(?:"{3,5}|\\?\Z)'
    r"|'''.*?(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]++|\\[^\n])*+\\?"?'
    r"|'[^'\n]*'?)"
)
_TOKEN = re.compile(
    rf"(?P<string>{_STRING})"
    r"|(?P<comment>#[^\n]*)|(?P<newline>\n(?:[ \t\r\n]++|#[^\n]*+)*+)|(?P<mark>[\[\]{}=,.])"
    r"|(?P<bare>[A-Za-z0-9_\-+:]+)|(?P<space>[ \t\r]+)|(?P<other>.)",
    re.DOTALL,
)
_FLAT = rf"""[^"'#\[\]{{}}]++|{_STRING}|#[^\n]*+"""
_OPENING = re.compile(rf"""(?:[^"'#\[{{=,]++|{_STRING}|#[^\n]*+)*+(?P<opening>[\[{{=,]|\Z)""", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Token:
    """One token; start and end are offsets in characters."""

    kind: str
    text: str
    start: int
    end: int


def tokenize(text: str) -> Iterator[Token]:
    """Yield the tokens of text, without spaces and comments."""
    for found in _TOKEN.finditer(text):
        if found.lastgroup not in ("space", "comment"):
            yield Token(found.lastgroup or "other", found.group(), found.start(), found.end())


def nesting(depth: int) -> re.Pattern[str]:
    """Return what matches a whole text whose brackets close and nest at most so deep: a quick look, without tokens."""
    part = _FLAT
    for _ in range(depth):
        part = rf"{_FLAT}|[\[{{](?:{part})*+[\]}}]"
    return re.compile(rf"(?:{part})*+", re.DOTALL)


def openings(text: str) -> Iterator[int]:
    """Yield where in text each key's value begins, and each table, array or item of one after the first."""
    return (found.start("opening") for found in _OPENING.finditer(text) if found["opening"])
