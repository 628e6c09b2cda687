"""What two readers' answers come to: how often the side in question was preferred, and how far they agree.

Knows nothing of files, or of what is printed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from game.errors import DataError
from game.tune.pairs.agreement import kappa, observed
from game.tune.pairs.answers import side_by_side
from game.tune.pairs.key import Key, Placed

Answer = Literal["A", "B", "="]
Preferred = Literal["won", "tied", "lost"]
ANSWERS: tuple[Answer, ...] = ("A", "B", "=")

_Z = 1.959964
"""Standard deviations on either side of the mean that hold 95% of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pairs the side in question won, tied and lost."""

    won: int
    tied: int
    lost: int

    @property
    def pairs(self) -> int:
        """Return how many there are."""
        return self.won + self.tied + self.lost

    @property
    def share(self) -> float:
        """Return the share that it won of all of them, from 0 to 1: a tie is not won."""
        return self.won / self.pairs

    @property
    def interval(self) -> tuple[float, float]:
        """Return what the share may as well be, with 95% confidence: Wilson's interval.

        Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927.
        """
        middle = self.share + _Z**2 / (2 * self.pairs)
        reach = _Z * math.sqrt(self.share * (1 - self.share) / self.pairs + _Z**2 / (4 * self.pairs**2))
        return (middle - reach) / (1 + _Z**2 / self.pairs), (middle + reach) / (1 + _Z**2 / self.pairs)


@dataclass(frozen=True, slots=True)
class Score:
    """Tallies of each reader and of both, where what they do not both give to one side is tied; kinds are of both.

    agreed is how often the readers gave the same answer, from 0 to 1, and kappa Cohen's, of the answers as they wrote
    them: whose texts are A they could not know.
    """

    first: Tally
    second: Tally
    both: Tally
    kinds: Mapping[str, Tally]
    agreed: float
    kappa: float


def score(key: Key, first: Mapping[int, Answer], second: Mapping[int, Answer]) -> Score:
    """Return what came of the pairs of a sheet. Raises DataError unless both readers answered all of its numbers."""
    answers = side_by_side(first, second, what="pair")
    if odd := sorted({each.number for each in key.pairs} ^ first.keys()):
        raise DataError(
            f"Pair {odd[0]} is in the key or in the answers alone; take the key of the sheet that was read."
        )
    one, other = ([_preferred(key, each, given[each.number]) for each in key.pairs] for given in (first, second))
    both = [mine if mine == yours else "tied" for mine, yours in zip(one, other, strict=True)]
    return Score(_tally(one), _tally(other), _tally(both), _by_kind(key, both), observed(answers), kappa(answers))


def _preferred(key: Key, pair: Placed, answer: Answer) -> Preferred:
    if answer == "=":
        return "tied"
    return "won" if {"A": pair.a, "B": pair.b}[answer] == key.sides[1] else "lost"


def _by_kind(key: Key, all_of: Sequence[Preferred]) -> dict[str, Tally]:
    parted: dict[str, list[Preferred]] = {}
    for each, preferred in zip(key.pairs, all_of, strict=True):
        parted.setdefault(each.kind, []).append(preferred)
    return {kind: _tally(parted[kind]) for kind in sorted(parted)}


def _tally(all_of: Sequence[Preferred]) -> Tally:
    return Tally(all_of.count("won"), all_of.count("tied"), all_of.count("lost"))
