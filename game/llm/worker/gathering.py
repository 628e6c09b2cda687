"""Texts that come one upon the other, joined: a screen shows them no sooner, and each frame costs the model some time.

Knows nothing of who sends them or where.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from game.story.model import Chunk, Reply

EVERY_S = 0.1
"""A model whose tokens, 9 ms each, take two processors writes 5% more when they are sent together as they come within
0.025 s, and wakes nobody for them; only whole sentences are shown."""
_ENDS = frozenset(".!?…。！？\n")
_SEEN_AFTER = 3
"""Letters after which a sentence is known to have ended: the mark may be followed by a quote, a space and a letter."""


class Gathering:
    """The texts of one reply that were not sent yet."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: dict[int, str] = {}
        self._last: dict[int, str] = {}
        self._sent_at = float("-inf")

    def take(self, reply: Reply) -> Iterator[Reply]:
        """Yield what is to be sent now: the first text at once, then each candidate's, joined, every EVERY_S.

        What ends a sentence, or shows that one has ended, is sent at once.
        """
        if isinstance(reply, Chunk):
            self._held[reply.candidate] = self._held.get(reply.candidate, "") + reply.text
            if self._clock() - self._sent_at < EVERY_S and not self._is_ending(reply):
                return
        yield from (Chunk(text, candidate) for candidate, text in self._held.items())
        self._held.clear()
        self._sent_at = self._clock()
        if not isinstance(reply, Chunk):
            yield reply

    def _is_ending(self, chunk: Chunk) -> bool:
        text = self._last.get(chunk.candidate, "") + chunk.text
        self._last[chunk.candidate] = text[-_SEEN_AFTER:]
        return not _ENDS.isdisjoint(text)
