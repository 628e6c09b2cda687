"""What held-out examples say of whoever was asked them, as figures; the same whoever computed how likely answers are.

Knows nothing of models or of tokens.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Gained:
    """What a player's words gained: whether they mean a command, whether that one gained most, and how much did."""

    is_meant: bool
    is_right: bool
    most: float


def gained(means: int | None, gains: Sequence[float]) -> Gained:
    """Return what words gained that mean the command in a place, or none; gains are those of all commands, in nats."""
    most = max(range(len(gains)), key=gains.__getitem__)
    return Gained(means is not None, most == means, gains[most])


def share_chosen(all_of: Sequence[Gained]) -> float:
    """Return the share of words whose command gained most, of those that mean one."""
    meant = [each for each in all_of if each.is_meant]
    return sum(each.is_right for each in meant) / max(1, len(meant))


def share_parted(all_of: Sequence[Gained]) -> float:
    """Return the share of pairs, words that mean a command and words that mean none, of which the first gained more."""
    meant = [each.most for each in all_of if each.is_meant]
    none = [each.most for each in all_of if not each.is_meant]
    return sum(one > other for one in meant for other in none) / max(1, len(meant) * len(none))


def perplexity(nats: float, tokens: int) -> float:
    """Return how many tokens a model hesitates between, from how unlikely it found so many of them, in nats."""
    return math.exp(nats / max(1, tokens))


def spread(several: Sequence[T], most: int) -> list[T]:
    """Return at most so many of several, as far apart as they can be."""
    count = min(len(several), most)
    return [several[place * len(several) // count] for place in range(count)]
