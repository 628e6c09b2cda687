"""Two texts of one moment, and where they stand in a sheet, drawn by a seed.

Knows nothing of who wrote them, or of files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from game.tune.marks import spread

_ORDERS = ((0, 1), (1, 0))


@dataclass(frozen=True, slots=True)
class Pair:
    """What two sides told of one moment, the side in question last. kind is the job of the model that it is of.

    task is a sentence that says what was to be told, given what a reader must know of the moment, by what it is called;
    what is empty there is not said.
    """

    kind: str
    task: str
    given: tuple[tuple[str, str], ...]
    texts: tuple[str, str]

    @property
    def is_told_alike(self) -> bool:
        """Return whether there is nothing to choose between."""
        one, other = self.texts
        return one == other


@dataclass(frozen=True, slots=True)
class Drawn:
    """A pair as it stands in a sheet: which of its texts, 0 or 1, is A, and which is B."""

    pair: Pair
    order: tuple[int, int]


def evenly(pairs: Sequence[Pair], most: int) -> list[Pair]:
    """Return at most so many pairs that are not told alike, as many of each kind, as far apart as they can be."""
    kinds = dict.fromkeys(each.kind for each in pairs)
    parted = [[each for each in pairs if each.kind == kind and not each.is_told_alike] for kind in kinds]
    return [each for several in parted for each in spread(several, most // len(parted))]


def drawn(pairs: Sequence[Pair], seed: int) -> list[Drawn]:
    """Return pairs in an order that a seed draws; either side is A as often as the other, but for an odd one."""
    luck = Random(seed)  # noqa: S311 - an order that readers cannot know, not one that nobody could find out
    orders = [_ORDERS[number % 2] for number in range(len(pairs))]
    luck.shuffle(orders)
    mixed = luck.sample(pairs, len(pairs))
    return [Drawn(pair, order) for pair, order in zip(mixed, orders, strict=True)]
