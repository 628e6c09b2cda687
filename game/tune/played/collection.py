"""Examples of several runs put together, each once, and what there is to say of them: how many, and what was left out.

Knows nothing of runs, or of how any of it is printed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from game.tune.examples import Played
from game.tune.played.gathering import Found, LeftOut
from game.tune.played.liking import Why

AGAIN = "the same as another, of the same turn in a copy of the run or on another branch"


@dataclass(slots=True)
class Collection:
    """The examples in the order in which they were found. left_out counts by reason."""

    examples: list[Played] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    _whys: list[Why] = field(default_factory=list)

    def add(self, found: Iterable[Found | LeftOut]) -> None:
        """Take what was found in one more run."""
        known = {(each.asked, each.tell) for each in self.examples}
        for one in found:
            if isinstance(one, LeftOut):
                self.left_out[one.reason] += 1
            elif (key := (one.example.asked, one.example.tell)) in known:
                self.left_out[AGAIN] += 1
            else:
                known.add(key)
                self.examples.append(one.example)
                self._whys.append(one.why)

    @property
    def turns(self) -> int:
        """Return how many turns the examples are of."""
        return len({each.turn for each in self.examples})

    def count(self, why: Why) -> tuple[int, int]:
        """Return how many examples there are for a reason, and how many pairs of one with what was liked less."""
        mine = [example for example, each in zip(self.examples, self._whys, strict=True) if each == why]
        return len(mine), sum(len(each.over) for each in mine)

    def jobs(self) -> Counter[str]:
        """Return how many examples there are of each job."""
        return Counter(each.job for each in self.examples)
