"""Lists of words as they are written down: "(go|walk) (to|into)" stands for each way to put it together.

Knows nothing of what the words are for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

_EITHER = re.compile(r"\(([^()|]*\|[^()]*)\)")


class WordList(tuple[str, ...]):  # noqa: SLOT001 - a tuple has no slot to keep a hash in
    """Words in their order, which are hashed once: lists of thousands are what is made of them is kept by."""

    def __hash__(self) -> int:
        """Return the hash of a tuple of these words."""
        known: int | None = self.__dict__.get("known")
        if known is None:
            known = self.__dict__["known"] = super().__hash__()
        return known


def written_lists(table: Mapping[str, Sequence[str]]) -> dict[str, WordList]:
    """Return the lists of a table with everything that stands for several written out, each once and in order."""
    return {key: WordList(dict.fromkeys(_all_of(words))) for key, words in table.items()}


def _all_of(words: Iterable[str]) -> Iterator[str]:
    for each in words:
        yield from ways_to_say(each)


def ways_to_say(text: str) -> Iterator[str]:
    """Yield a text once for each choice of "(this|that)" in it; one without any stays as it is, spaces and all."""
    parts = _EITHER.split(text)
    if len(parts) == 1:
        yield text
        return
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    for chosen in product(*choices):
        yield " ".join("".join(chosen).split())
