"""A context whose steps are timed: it reads and writes tokens that mean nothing.

Knows nothing of why it is asked.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from threading import Timer

import llama_cpp

from game.llm.tuning import Tuning
from game.llm.worker.context import Context, Entry, Interrupted
from game.llm.worker.weights import Weights

_FIRST_TOKEN = 100
_STRIDE = 37


class Trial:
    """Sequences of a few lengths, and how long it takes to add to them; what was added is taken off again."""

    def __init__(self, weights: Weights, tuning: Tuning, *, cells: int) -> None:
        """Reserve the cells. Raises ModelError without the memory."""
        self._vocabulary: int = weights.size
        self._is_unwanted = False
        self._context = Context(weights, cells=cells, tuning=tuning, interrupted=lambda: self._is_unwanted)

    def close(self) -> None:
        """Free the cells."""
        self._context.close()

    def use(self, threads: int) -> None:
        """Compute with so many threads from now on."""
        llama_cpp.llama_set_n_threads(self._context.handle, threads, threads)

    def hold(self, tokens: int, *, sequence: int, chunk: int) -> float:
        """Let a sequence grow to so many tokens, in steps of a chunk; return the seconds it took."""
        start = time.monotonic()
        for first in range(self._context.length(sequence), tokens, chunk):
            end = min(first + chunk, tokens)
            self._context.step([Entry(self._token(at), at, sequence, wanted=at == end - 1) for at in range(first, end)])
        llama_cpp.llama_synchronize(self._context.handle)
        return time.monotonic() - start

    def read(self, tokens: int, *, sequence: int, chunk: int) -> float:
        """Return the seconds it takes to add so many tokens to a sequence."""
        before = self._context.length(sequence)
        try:
            return self.hold(before + tokens, sequence=sequence, chunk=chunk)
        finally:
            self._cut(sequence, before)

    def write(self, tokens: int, *, sequences: Iterable[int]) -> float:
        """Return the seconds it takes to add so many tokens to each of some sequences, one a step."""
        before = {sequence: self._context.length(sequence) for sequence in sequences}
        start = time.monotonic()
        for number in range(tokens):
            self._context.step(
                [Entry(self._token(number), at + number, sequence, wanted=True) for sequence, at in before.items()]
            )
            llama_cpp.llama_synchronize(self._context.handle)
        seconds = time.monotonic() - start
        for sequence, length in before.items():
            self._cut(sequence, length)
        return seconds

    def stop(self, tokens: int, *, sequence: int, after_s: float) -> float | None:
        """Break a step of so many tokens off after some seconds; return how many it went on, None if it had ended."""
        before = self._context.length(sequence)
        wish = Timer(after_s, self._want_no_more)
        wish.start()
        try:
            self.hold(before + tokens, sequence=sequence, chunk=tokens)
        except Interrupted:
            return time.monotonic() - self._unwanted_at
        else:
            return None
        finally:
            wish.cancel()
            wish.join()
            self._is_unwanted = False
            self._cut(sequence, before)

    def _want_no_more(self) -> None:
        self._unwanted_at, self._is_unwanted = time.monotonic(), True

    def _cut(self, sequence: int, keep: int) -> None:
        """Take off what was added; a memory that cannot be shortened is emptied instead."""
        if not self._context.shorten(sequence, keep):
            self._context.clear(sequence)

    def _token(self, at: int) -> int:
        return (_FIRST_TOKEN + _STRIDE * at) % self._vocabulary
