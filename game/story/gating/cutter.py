"""A text that arrives in pieces, cut into whole sentences as soon as nothing that follows can be part of one.

Knows nothing of what is said in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.story.lexicon import is_spaced

_MARK = re.compile(r"""[.!?…。！？]+["'”’)」』）]*|\n""")
_WIDE = frozenset("。！？")
# "Mr. Hask", "J. Hask": such a stop is of the name.
_OF_A_NAME = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|[A-Z])\.$")


class Cutter:
    """A text in the making. A sentence comes with the spaces before it; a line without an end is one by itself."""

    def __init__(self) -> None:
        self._held = ""

    def add(self, piece: str) -> Iterator[str]:
        """Take the next piece of the text; yield the sentences that are certain to have ended."""
        self._held += piece
        while (end := _first_end(self._held)) is not None:
            sentence, self._held = self._held[:end], self._held[end:]
            yield sentence

    def rest(self) -> str:
        """Return what is left, now that nothing follows: a whole sentence, the beginning of one, or nothing."""
        rest, self._held = self._held, ""
        return rest.rstrip()


def _first_end(text: str) -> int | None:
    """Return where the first sentence of a text ends, None where what follows may yet belong to it."""
    for mark in _MARK.finditer(text):
        before, after = text[: mark.end()], text[mark.end() :]
        if mark[0] == "\n":
            if before.strip():
                return mark.start()
        elif not after.strip() and "\n" not in after:
            return None
        elif _ends(before, mark[0], after):
            return mark.end()
    return None


def _ends(before: str, mark: str, after: str) -> bool:
    """Return whether a mark ends the sentence before it, where something stands after it."""
    if not _WIDE.isdisjoint(mark) or not is_spaced(after[0]):
        return True
    if not after[0].isspace() or _OF_A_NAME.search(before):
        return False
    return "\n" in after[: len(after) - len(after.lstrip())] or not after.lstrip()[0].islower()
