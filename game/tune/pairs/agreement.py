"""How far two readers agree on what they put into classes, and how far beyond chance.

Knows nothing of what the classes are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def observed(answers: Sequence[tuple[T, T]]) -> float:
    """Return how often both give the same answer, from 0 to 1."""
    return sum(one == other for one, other in answers) / len(answers)


def kappa(answers: Sequence[tuple[T, T]]) -> float:
    """Return Cohen's kappa: (observed - expected) / (1 - expected), where each answers as often but at random.

    Two who say nothing but the one same thing agree by no chance that can be told from agreement; that is 1.
    Source: J. Cohen, A coefficient of agreement for nominal scales, 1960.
    """
    first, second = (Counter(each) for each in zip(*answers, strict=True))
    both_by_chance = sum(first[answer] * second[answer] for answer in first)
    if both_by_chance == len(answers) ** 2:
        return 1.0
    expected = both_by_chance / len(answers) ** 2
    return (observed(answers) - expected) / (1 - expected)
