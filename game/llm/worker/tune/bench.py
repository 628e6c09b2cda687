"""What every measurement stands on: a model's weights, and trials of it that are freed again.

Knows nothing of what is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from game.llm.tuning import Tuning
from game.llm.worker.tune.lengths import Lengths, lengths_for
from game.llm.worker.tune.trial import Trial
from game.llm.worker.weights import Weights

FULL, IDLE, EMPTY = 0, 1, 2
"""Sequences: one that fills the window, one that others hold, and the first of those that hold nearly nothing."""
LONGEST_CHUNK = 512

_PILOT = 32
_PILOT_CELLS = 512


@dataclass(frozen=True, slots=True)
class Bench:
    """A model to be measured; share is the part of it that is not on a GPU."""

    weights: Weights
    lengths: Lengths
    share: float = 1.0

    @property
    def can_stop(self) -> bool:
        """Return whether a step can be broken off, as only the processor can."""
        return self.share == 1

    @contextmanager
    def trial(self, tuning: Tuning) -> Iterator[Trial]:
        """Lend a trial with room for all that is measured. Raises ModelError without the memory."""
        trial = Trial(self.weights, replace(tuning, chunk=LONGEST_CHUNK), cells=self.lengths.cells)
        try:
            trial.hold(1, sequence=EMPTY, chunk=1)
            yield trial
        finally:
            trial.close()


def bench_of(weights: Weights, tuning: Tuning, *, share: float) -> Bench:
    """Return a bench whose lengths suit the model: a first try says how fast it is."""
    trial = Trial(weights, tuning, cells=_PILOT_CELLS)
    try:
        trial.read(_PILOT, sequence=EMPTY, chunk=_PILOT)  # The first step finds the weights on the disk.
        read_s = trial.read(_PILOT, sequence=EMPTY, chunk=_PILOT) / _PILOT
        write_s = trial.write(2, sequences=[EMPTY]) / 2
    finally:
        trial.close()
    return Bench(weights, lengths_for(read_s=read_s, write_s=write_s, window=tuning.window), share)
