"""Prompts laid aside in ordinary memory: out of the way of every step, and back within a millisecond or two.

Knows nothing of llama.cpp, nor of who wants them back. On a processor each step looks at all cells that hold something,
whomever they belong to: measured, 1,650 idle ones beside 1,450 make the writing of a token take half as long again.
"""

from __future__ import annotations

from collections.abc import Sequence, Sized
from dataclasses import dataclass
from typing import Any, Protocol

MOST = 64 * 2**20
"""Bytes that may be laid aside where memory allows, and that a sequence may have to be laid out anew."""


class Bench(Protocol):
    """Sequences that can be taken out of the cells and put back."""

    @property
    def can_shorten(self) -> bool:
        """Return whether a sequence can lose its last tokens."""

    def take_out(self, sequence: int, *, most: int) -> Sized | None:
        """Return the bytes that put a sequence back, or None where there are more; the sequence keeps its tokens."""

    def put_back(self, sequence: int, state: Any) -> bool:
        """Fill an empty sequence with what was taken out; return whether there was room, else it is empty."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What was laid aside, and its tokens."""

    tokens: Sequence[int]
    state: Sized


class Aside:
    """The last prompt of each name that was laid aside."""

    def __init__(self, bench: Bench, *, limit: int) -> None:
        self._bench = bench
        self._limit = limit
        self._laid: dict[str, Laid] = {}

    def put(self, name: str, sequence: int, tokens: Sequence[int]) -> bool:
        """Take a sequence out; return whether there was room beside all others, else the name has nothing here."""
        if name in self._laid and self._laid[name].tokens == tokens:
            return True
        self._laid.pop(name, None)
        left = self._limit - sum(len(laid.state) for laid in self._laid.values())
        state = self._bench.take_out(sequence, most=left)
        if state is None:
            return False
        self._laid[name] = Laid(list(tokens), state)
        return True

    def find(self, prompt: Sequence[int], *, beyond: int = 0) -> Laid | None:
        """Return what begins most like a prompt and has more of it than beyond, or None."""
        longest = max(self._laid.values(), key=lambda laid: self._usable(laid, prompt), default=None)
        return longest if longest and self._usable(longest, prompt) > beyond else None

    def fetch(self, laid: Laid, sequence: int) -> bool:
        """Fill an empty sequence with what was found; return whether that was possible."""
        return self._bench.put_back(sequence, laid.state)

    def _usable(self, laid: Laid, prompt: Sequence[int]) -> int:
        shared = shared_beginning(laid.tokens, prompt)
        return shared if self._bench.can_shorten or shared == len(laid.tokens) else 0


def shared_beginning(one: Sequence[int], other: Sequence[int]) -> int:
    """Return how many first elements are the same."""
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))
