"""How many of how many: what one case adds to the figures of its job.

Knows nothing of jobs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Tally:
    """By what is counted, how many there were, and of how many."""

    found: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Tally) -> Tally:
        """Return the sums of both."""
        return Tally(self.found + other.found, self.of + other.of)

    def share(self, name: str) -> float:
        """Return the share of what is counted, from 0 to 1; of nothing it is 0."""
        return self.found[name] / self.of[name] if self.of[name] else 0.0


Try: TypeAlias = Callable[[], Tally]
"""One case, put to a model. Raises ModelError."""


def tally_of(named: Mapping[str, Iterable[bool]]) -> Tally:
    """Return how often each is so, and of how many."""
    counted = {name: list(each) for name, each in named.items()}
    return Tally(
        Counter({name: sum(each) for name, each in counted.items()}),
        Counter({name: len(each) for name, each in counted.items()}),
    )
