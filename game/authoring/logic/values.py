"""Sets of values that something may have: some texts, numbers between two, all but a few.

Knows nothing of what has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from operator import eq, ge, gt, le, lt, ne
from typing import Any, Final

from game.rules.expressions import MAX_NUMBER
from game.rules.state import Value

COMPARE: Final[Mapping[str, Any]] = {"==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}


@dataclass(frozen=True, slots=True)
class Values:
    """The values in only, or all where that is None; numbers from least to most; and none of those in without.

    only may be a set that still grows: it is looked into, and never copied while nothing is taken from it.
    """

    only: AbstractSet[Value] | None = None
    without: AbstractSet[Value] = frozenset()
    least: int = -MAX_NUMBER
    most: int = MAX_NUMBER

    def narrowed(self, sign: str, value: Value) -> Values:
        """Return the values among these that compare with one as a sign says."""
        if sign == "==":
            return Values(frozenset({value})) if value in self else NONE
        if sign == "!=":
            return replace(self, without=self.without | {value})
        if self.only is not None:
            return replace(self, only={each for each in self.only if COMPARE[sign](each, value)})
        return self._bounded(sign, int(value))

    def _bounded(self, sign: str, value: int) -> Values:
        match sign:
            case "<" | "<=":
                return replace(self, most=min(self.most, value - (sign == "<")))
            case _:
                return replace(self, least=max(self.least, value + (sign == ">")))

    def meets(self, other: Values) -> bool:
        """Return whether a value may be in both; only a set that is small is looked through for it."""
        for one, more in ((self, other), (other, self)):
            if one.only is not None and len(one.only) <= _FEW:
                return any(each in one and each in more for each in one.only)
        return not self.is_empty and not other.is_empty

    def __contains__(self, value: Value) -> bool:
        if value in self.without or (self.only is not None and value not in self.only):
            return False
        return not isinstance(value, int) or self.least <= value <= self.most

    @property
    def is_empty(self) -> bool:
        """Whether there is certainly no value left."""
        if self.only is not None:
            return len(self.only) <= len(self.without) and self.only <= self.without
        span = self.most - self.least + 1
        return span <= 0 or (span <= len(self.without) and all(each in self.without for each in self._numbers()))

    def _numbers(self) -> Iterable[int]:
        return range(self.least, self.most + 1)

    @property
    def ends(self) -> tuple[int, int]:
        """The least and the most that a number among these can be."""
        if self.only is not None:
            numbers = [int(each) for each in self.only if not isinstance(each, str)]
            return (min(numbers), max(numbers)) if numbers else (0, 0)
        return self.least, self.most


_FEW = 100
ALL = Values()
NONE = Values(frozenset())
EITHER = Values(frozenset({True, False}))
YES = Values(frozenset({True}))
NO = Values(frozenset({False}))


def between(least: int, most: int) -> Values:
    """Return the numbers from one to another, both included."""
    return Values(least=least, most=most)


def one_of(values: Iterable[Value]) -> Values:
    """Return these values."""
    return Values(frozenset(values))
