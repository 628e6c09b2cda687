"""From a candidate's tokens to its text: whole characters, nothing of a stop string, no sooner than that is certain.

Knows nothing of tokens but their bytes.
"""

from __future__ import annotations

import codecs
from collections.abc import Sequence


class Letters:
    """A text in the making."""

    def __init__(self, stops: Sequence[str]) -> None:
        self._stops = [stop for stop in stops if stop]
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""
        self.stopped = False

    def add(self, piece: bytes) -> str:
        """Take the bytes of a token; return the text that is certain now. Once stopped there is no more."""
        self._held += self._decoder.decode(piece)
        found = [(at + len(stop), at) for stop in self._stops if (at := self._held.find(stop)) >= 0]
        if found:
            self.stopped = True
            _, start = min(found)  # The one that is complete first, so that it is the same however tokens are cut.
            text, self._held = self._held[:start], ""
            return text
        certain = len(self._held) - max((_begun(self._held, stop) for stop in self._stops), default=0)
        text, self._held = self._held[:certain], self._held[certain:]
        return text

    def rest(self) -> str:
        """Return what was held back, now that no token follows; half a character is dropped."""
        text, self._held = self._held, ""
        return text


def _begun(text: str, stop: str) -> int:
    """Return how many letters at the end of a text are the beginning of a stop string."""
    longest = min(len(text), len(stop) - 1)
    return next((length for length in range(longest, 0, -1) if text.endswith(stop[:length])), 0)
