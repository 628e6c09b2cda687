"""How much goes into one step: enough to be fast, and little enough that nobody waits long for its end.

Knows nothing of what the tokens are.
"""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass

from game.llm.worker.pipes import Rank

UNAWAITED = 128
"""Tokens of a step that nobody waits for: where somebody does it is broken off, and all of it is read again.

A processor reads fewer than 64 at a time at half the speed, for llama.cpp's attention then goes another way.
"""
UNAWAITED_AHEAD = 256
"""The same of what is told ahead: nothing of that is lost to anybody who waits, and it is read a tenth faster."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Tokens of a step: of one that reads, and of one that holds what is told ahead.

    Where steps cannot be broken off, as on a GPU, those that hold what is told ahead are short: nobody waits for long.
    rides_along says that a second sequence costs a step next to nothing, as on a GPU: then nothing need give way.
    is_tidy says that what lies idle in the cells, or scattered, makes steps slower, as a processor's.
    """

    chunk: int = 128
    ahead: int = 32
    rides_along: bool = False
    is_tidy: bool = False

    def gives_way(self, rank: Rank) -> bool:
        """Return whether a job of some rank stands still while somebody waits for another."""
        return rank is not Rank.WRITING and not self.rides_along

    def room(self, rank: Rank, *, beside: Sized) -> int:
        """Return how many tokens a job of some rank may add to those that are in a step already."""
        most = {Rank.WRITING: self.chunk, Rank.READING: min(self.chunk, UNAWAITED), Rank.AHEAD: self.ahead}[rank]
        return max(0, most - len(beside))
