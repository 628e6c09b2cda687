"""How much of a telling was said before: its runs of four words, in the telling itself and in the last three.

Knows nothing of worlds or of who tells. In a script without spaces between words they are runs of four signs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.tune.evaluation.variety import runs_in

LENGTH = 4
LATELY = 3
"""Tellings that a new one is held against."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """runs is how many there are, within how many of them came before in the telling, lately how many in the last ones.

    A run that came in both is counted in both.
    """

    runs: int = 0
    within: int = 0
    lately: int = 0

    def __add__(self, other: Repeats) -> Repeats:
        """Return the sums of both."""
        return Repeats(self.runs + other.runs, self.within + other.within, self.lately + other.lately)


def repeats_in(texts: Iterable[str], before: Iterable[str]) -> Repeats:
    """Return the repeats in the texts of one telling, before being those of the last."""
    seen, old = set[tuple[str, ...]](), set(runs_in(before, LENGTH))
    counts = Repeats()
    for run in runs_in(texts, LENGTH):
        counts += Repeats(1, int(run in seen), int(run in old))
        seen.add(run)
    return counts
