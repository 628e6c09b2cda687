"""What two readers say of the sentences of a sheet: how many are true, and how far they agree beyond chance.

A file of labels is a JSON object: {"1": true, "2": false, …}, a label for the number of each sentence.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import Figure, share

TRUE = 98.0
"""Of a hundred sentences that are shown."""

Labels = Mapping[int, bool]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two readers called the same sentences true, both or one of them, and how often neither did."""

    both: int
    first: int
    second: int
    neither: int

    @property
    def sentences(self) -> int:
        """Return how many there are."""
        return self.both + self.first + self.second + self.neither

    @property
    def observed(self) -> float:
        """Return how often they agree, from 0 to 1."""
        return (self.both + self.neither) / self.sentences

    @property
    def kappa(self) -> float:
        """Return Cohen's kappa: (observed - expected) / (1 - expected), where each labels as often but at random.

        Two who say nothing but the one same thing agree by no chance that can be told from agreement; that is 1.
        Source: J. Cohen, A coefficient of agreement for nominal scales, 1960.
        """
        first, second = (self.both + self.first) / self.sentences, (self.both + self.second) / self.sentences
        expected = first * second + (1 - first) * (1 - second)
        return 1.0 if expected == 1 else (self.observed - expected) / (1 - expected)


def read_labels(path: Path) -> dict[int, bool]:
    """Return the labels of a file. Raises ValueError where it is not one."""
    try:
        labels = json.loads(path.read_text(encoding="utf-8"))
        if labels and all(isinstance(label, bool) for label in labels.values()):
            return {int(number): label for number, label in labels.items()}
    except OSError:
        raise ValueError(f"{path} cannot be read; name a file of labels.") from None
    except (AttributeError, ValueError):
        pass
    raise ValueError(f'{path.name} holds no labels; write {{"1": true, "2": false, …}}.')


def agreement(first: Labels, second: Labels) -> Agreement:
    """Return how far two readers agree. Raises ValueError unless both have labelled the same sentences."""
    if odd := sorted(first.keys() ^ second.keys()):
        raise ValueError(f"Only one of the two labels sentence {odd[0]}; both must label the same.")
    pairs = [(label, second[number]) for number, label in first.items()]
    return Agreement(*(pairs.count(pair) for pair in ((True, True), (True, False), (False, True), (False, False))))


def figures_of(first: Labels, second: Labels) -> Iterator[Figure]:
    """Yield the shares of true sentences, by each reader and by both, and their agreement. Raises ValueError."""
    found = agreement(first, second)
    for name, true in (
        ("the first reader", found.both + found.first),
        ("the second reader", found.both + found.second),
    ):
        yield share(f"true, says {name}", true, found.sentences, goal=TRUE)
    yield share("true, say both", found.both, found.sentences, goal=TRUE)
    yield Figure("the readers agree", 100 * found.observed, "%")
    yield Figure("Cohen's kappa", found.kappa, "")


def disputed(first: Labels, second: Labels) -> Iterator[int]:
    """Yield the numbers of the sentences that one of the two, or both, call false."""
    yield from (number for number in sorted(first) if not (first[number] and second.get(number, False)))
