"""Ids made of names: lower-case words that the language does not use itself, each given once.

Knows nothing of what is named.
"""

from __future__ import annotations

import re
import unicodedata
from keyword import iskeyword

from game.loader.identify import RESERVED
from game.rules.names import CLOCK_WORDS

_MOST = 64
_OTHER = re.compile(r"[^a-z0-9]+")


class Ids:
    """Gives ids for one world, no two the same."""

    def __init__(self) -> None:
        self._given: set[str] = {*RESERVED, *CLOCK_WORDS}

    def give(self, name: str, *, otherwise: str) -> str:
        """Return an id like a name, or like what stands for a name without a letter or digit of ASCII."""
        base = slug(name) or otherwise
        tried, number = base, 1
        while tried in self._given or iskeyword(tried):
            number += 1
            tried = f"{base[: _MOST - len(str(number)) - 1]}_{number}"
        self._given.add(tried)
        return tried


def slug(name: str) -> str:
    """Return a name in lower-case letters, digits and '_', beginning with a letter; empty where it has none of them."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return _OTHER.sub("_", letters).strip("_").lstrip("_0123456789")[:_MOST].rstrip("_")
