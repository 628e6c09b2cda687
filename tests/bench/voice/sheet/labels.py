"""What two readers say of the sentences of a sheet: how many are true, and how far they agree beyond chance.

A file of labels is a JSON object: {"1": true, "2": false, …}, a label for the number of each sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from game.tune.pairs.agreement import kappa, observed
from game.tune.pairs.answers import answers_in, side_by_side
from tests.bench.figures import Figure, share

TRUE = 98.0
"""Of a hundred sentences that are shown."""

Labels = Mapping[int, bool]


def read_labels(path: Path) -> dict[int, bool]:
    """Return the labels of a file. Raises DataError where it is not one."""
    return answers_in(path, (True, False), like='{"1": true, "2": false}')


def figures_of(first: Labels, second: Labels) -> Iterator[Figure]:
    """Yield the shares of true sentences, by each reader and by both, and their agreement. Raises DataError."""
    labels = side_by_side(first, second, what="sentence")
    for name, true in (
        ("true, says the first reader", [one for one, _ in labels]),
        ("true, says the second reader", [other for _, other in labels]),
        ("true, say both", [one and other for one, other in labels]),
    ):
        yield share(name, sum(true), len(labels), goal=TRUE)
    yield Figure("the readers agree", 100 * observed(labels), "%")
    yield Figure("Cohen's kappa", kappa(labels), "")


def disputed(first: Labels, second: Labels) -> Iterator[int]:
    """Yield the numbers of the sentences that one of the two, or both, call false."""
    yield from (number for number in sorted(first) if not (first[number] and second.get(number, False)))
