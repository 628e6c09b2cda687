"""Ids made of names: lower-case words that the language does not use itself, each given once.

Knows nothing of what is named.
"""

from __future__ import annotations

import re
import unicodedata
from keyword import iskeyword

from game.loader.identify import RESERVED
from game.rules.names import CLOCK_WORDS
from game.rules.texts import FIRST

_MOST = 40
_TAKEN = RESERVED | {FIRST, *CLOCK_WORDS}
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_OTHER = re.compile(r"[^a-z0-9]+")


class Ids:
    """Gives ids for one world, no two the same."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._next: dict[str, int] = {}

    def give(self, name: str, *, otherwise: str) -> str:
        """Return an id like a name that was not given before; otherwise stands for a name without letters of ASCII."""
        word = id_from(name, otherwise=otherwise)
        given, number = word, self._next.get(word, 2)
        while given in self._given:
            given, number = f"{word}_{number}", number + 1
        self._next[word] = number
        self._given.add(given)
        return given


def id_from(name: str, *, otherwise: str) -> str:
    """Return a name as an id, after otherwise where it is a word of the language or begins with a digit."""
    word = slug(name)
    if not word:
        return otherwise
    return f"{otherwise}_{word}" if word in _TAKEN or iskeyword(word) or not word[0].isalpha() else word


def slug(name: str) -> str:
    """Return a name in lower-case letters, digits and '_': "oldKey" and "Old key!" are old_key; it may be empty."""
    letters = unicodedata.normalize("NFKD", name[:200]).encode("ascii", "ignore").decode()
    return _OTHER.sub("_", _HUMP.sub("_", letters).lower()).strip("_")[:_MOST].strip("_")
