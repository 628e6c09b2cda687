"""Which turns a history holds: all of them until they outgrow their budget, then those of a shorter one, begun before.

Knows nothing of turns but their numbers and what each costs. Beside a history that is half full another one begins,
with a recap of all that was told and no turn yet; from then on both grow by the same turns, and when the first is full
the second takes its place, half full. So the second can be read a turn at a time, ahead of its need.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

EPOCH = 256
"""Turns. Where a history starts depends on where those before it did, back to the root of the path. A long path need
not be known from there: at every multiple of this a history takes over that depends on the turns of an epoch before."""
BACK = 2 * EPOCH
"""Turns: what is planned for a turn depends on no more of those before it."""
LEAD = 4
"""Turns by which an epoch's history begins before the epoch, so that it too can be read ahead of its need."""


@dataclass(frozen=True, slots=True)
class Span:
    """A history as places on a path: the turns from start on, and a recap of the last ones before, from first on."""

    first: int
    start: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The history as it is now, and the one that is to take its place, once that has begun."""

    now: Span
    coming: Span | None = None


def first_needed(numbers: Sequence[int]) -> int:
    """Return the place of the first of some turns, given by their numbers, on which a plan for them depends."""
    return bisect_left(numbers, (_next(numbers) // EPOCH - 1) * EPOCH)


def planned(numbers: Sequence[int], costs: Sequence[int], budget: int) -> Plan:
    """Return the plan for a path: the numbers of its told turns, oldest first, and the tokens that each of them costs.

    budget is the most tokens of a history's turns; a turn of more than half of it may be in a recap alone.
    """
    epoch = _next(numbers) // EPOCH
    plan = _planned(numbers, costs, budget, epoch)
    if _next(numbers) < _opening(epoch + 1):
        return plan
    following = _planned(numbers, costs, budget, epoch + 1)
    opened = bisect_left(numbers, _opening(epoch + 1))
    if plan.now != _planned(numbers[:opened], costs, budget, epoch).now:  # It was full before its epoch was over.
        return following
    return Plan(plan.now, following.now)


def _next(numbers: Sequence[int]) -> int:
    """Return the number of the turn for which a path is remembered."""
    return numbers[-1] + 1 if numbers else 0


def _opening(epoch: int) -> int:
    """Return the number of the turn for which an epoch's history is remembered first."""
    return max(epoch * EPOCH - LEAD, 0)


def _planned(numbers: Sequence[int], costs: Sequence[int], budget: int, epoch: int) -> Plan:
    """Return what has become of the history that an epoch began with."""
    first = bisect_left(numbers, (epoch - 1) * EPOCH)
    begun = bisect_left(numbers, _opening(epoch)) - first
    start, coming = rolled(costs[first : len(numbers)], budget, begun=begun)
    return Plan(Span(first, first + start), None if coming is None else Span(first, first + coming))


def rolled(costs: Sequence[int], budget: int, *, begun: int = 0) -> tuple[int, int | None]:
    """Return the place where a history starts, and that where the coming one does, if that has begun.

    The history began before the turn at the place begun, with as many turns before it as half of the budget holds.
    """
    sums = [0, *accumulate(costs)]
    start = bisect_left(sums, sums[begun] - budget // 2)
    coming: int | None = None
    for end in range(begun + 1, len(sums)):
        if sums[end] - sums[start] > budget:
            following = end if coming is None else coming
            start = following if sums[end] - sums[following] <= budget else end
            coming = None
        if coming is None and sums[end] - sums[start] > budget // 2:
            coming = end
    return start, coming
