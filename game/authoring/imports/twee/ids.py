"""Ids for what had other names: lower-case words, each given once, and none of them a word of the language.

Knows nothing of what it names.
"""

from __future__ import annotations

import re
import unicodedata
from keyword import iskeyword

from game.rules.names import CLOCK_WORDS, CONSTANTS
from game.rules.texts import FIRST

_MOST = 40
_RESERVED = CONSTANTS | {"true", "false", "time", "turn", "roll", "draw", FIRST} | set(CLOCK_WORDS)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_OTHER = re.compile(r"[^a-z0-9]+")


def id_from(name: str, *, otherwise: str) -> str:
    """Return a lower-case word made of a name: "oldKey" and "Old key!" are old_key; otherwise if no letter is left."""
    letters = unicodedata.normalize("NFKD", name[:200]).encode("ascii", "ignore").decode()
    word = _OTHER.sub("_", _HUMP.sub("_", letters).lower()).strip("_")[:_MOST].strip("_")
    if not word:
        return otherwise
    return word if word[0].isalpha() else f"{otherwise}_{word}"


class Ids:
    """Gives ids, and remembers which were given."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._next: dict[str, int] = {}

    def give(self, name: str, *, otherwise: str) -> str:
        """Return an id for a name that was not given before; otherwise is what stands for a name without letters."""
        word = id_from(name, otherwise=otherwise)
        if word in _RESERVED or iskeyword(word):
            word = f"{otherwise}_{word}"
        given, number = word, self._next.get(word, 2)
        while given in self._given:
            given, number = f"{word}_{number}", number + 1
        self._next[word] = number
        self._given.add(given)
        return given
