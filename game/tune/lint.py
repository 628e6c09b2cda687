"""What is wrong with examples: each fault with its row, by rules of one row and rules of all rows of a kind.

Knows nothing of what any rule looks for, or of what is done about a fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from game.tune.alike import near_duplicates, repeated_openings
from game.tune.examples import Example, Played, kind_of
from game.tune.rows import Row
from game.tune.shapes import misshapen
from game.tune.truth import contradicted, invented, lost
from game.tune.wording import puppeted, worn


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule has against a row: about are the words, or what is wrong with them."""

    row: Row
    rule: str
    about: str

    def __str__(self) -> str:
        return f"{self.row}: {self.rule}: {self.about}"


ONE: Mapping[str, Callable[[Example], Iterator[str]]] = {
    "shape": misshapen,
    "worn": worn,
    "puppet": puppeted,
    "name": invented,
    "sky": contradicted,
    "lost": lost,
}
ALL: Mapping[str, Callable[[Sequence[Row]], Iterator[tuple[Row, str]]]] = {
    "double": near_duplicates,
    "opening": repeated_openings,
}


def lint(rows: Sequence[Row]) -> list[Fault]:
    """Return the faults of some rows, in the order of the rows. What was played is the player's, and has none."""
    rows = [row for row in rows if not isinstance(row.example, Played)]
    found = [Fault(row, rule, about) for row in rows for rule, look in ONE.items() for about in look(row.example)]
    for _, alike in groupby(sorted(rows, key=_kind), key=_kind):
        among = list(alike)
        found += [Fault(row, rule, about) for rule, look in ALL.items() for row, about in look(among)]
    order = {id(row): number for number, row in enumerate(rows)}
    return sorted(found, key=lambda fault: order[id(fault.row)])


def _kind(row: Row) -> str:
    return kind_of(row.example)
