"""Texts that come one upon the other, joined: a screen shows them no sooner, and each frame costs the model some time.

Knows nothing of who sends them or where.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from game.story.model import Chunk, Reply

EVERY_S = 0.025
"""On two cores a small model writes 5% more when its tokens, 9 ms each, are sent together as they come within this."""


class Gathering:
    """The texts of one reply that were not sent yet."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: dict[int, str] = {}
        self._sent_at = float("-inf")

    def take(self, reply: Reply) -> Iterator[Reply]:
        """Yield what is to be sent now: the first text at once, and then each candidate's, joined, every EVERY_S."""
        if isinstance(reply, Chunk):
            self._held[reply.candidate] = self._held.get(reply.candidate, "") + reply.text
            if self._clock() - self._sent_at < EVERY_S:
                return
        yield from (Chunk(text, candidate) for candidate, text in self._held.items())
        self._held.clear()
        self._sent_at = self._clock()
        if not isinstance(reply, Chunk):
            yield reply
