"""Which of several ways is faster, on a machine that does other things as well.

Knows nothing of what is timed.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

K = TypeVar("K", bound=str)

WORTH = 0.05
"""A change has to save this part of the time, and more than the times differ among themselves."""
_LEAST_ROUNDS = 3
_MOST_ROUNDS = 9


@dataclass(frozen=True, slots=True)
class Timed:
    """Seconds that something takes: the median of some tries, and how far half of them lie from it at most."""

    seconds: float
    spread: float = 0.0

    def __add__(self, other: Timed) -> Timed:
        return Timed(self.seconds + other.seconds, self.spread + other.spread)

    @property
    def noise(self) -> float:
        """Return how far the tries differ, as a part of what they take."""
        return self.spread / self.seconds if self.seconds else 0.0


def timed(ways: Mapping[K, Callable[[], float]], *, budget_s: float) -> dict[K, Timed]:
    """Return the seconds of each way, tried by turns so that all meet the same load; a way tells its own seconds.

    After budget_s no round begins but for the first three.
    """
    tries: dict[K, list[float]] = {name: [] for name in ways}
    end = time.monotonic() + budget_s
    for number in range(_MOST_ROUNDS):
        if number >= _LEAST_ROUNDS and time.monotonic() > end:
            break
        for name, way in ways.items():
            tries[name].append(way())
    return {name: _summed_up(seconds) for name, seconds in tries.items()}


def best(times: Mapping[K, Timed], usual: K) -> K:
    """Return the fastest way where that is worth a change, else the usual one, or the fastest where that is missing."""
    fastest = min(times, key=lambda name: times[name].seconds)
    if usual not in times:
        return fastest
    worth = max(WORTH, times[usual].noise, times[fastest].noise)
    return fastest if times[fastest].seconds < times[usual].seconds * (1 - worth) else usual


def _summed_up(seconds: list[float]) -> Timed:
    median = statistics.median(seconds)
    return Timed(median, statistics.median(abs(each - median) for each in seconds))
