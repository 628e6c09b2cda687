"""How much of everything a tiny model has.

Knows nothing of what is computed with it.
"""

from __future__ import annotations

from dataclasses import dataclass

EPSILON = 1e-5
"""What is added to a variance before it divides."""
BASE = 10_000.0
"""The slowest pair of a head turns about so many times less than the quickest, from one token to the next."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The numbers that stand for a token (width), for it within a layer (inner), and in how many heads and layers."""

    vocabulary: int
    width: int = 160
    layers: int = 2
    heads: int = 5
    inner: int = 448
