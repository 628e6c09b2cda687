"""The ratings of worlds, from the mildest to the strongest.

Knows nothing of what each of them allows: that is data, in words/.
"""

from __future__ import annotations

from typing import Literal, get_args

Rating = Literal["everyone", "teen", "mature", "adult"]
RATINGS: tuple[Rating, ...] = get_args(Rating)


def is_above(rating: str, ceiling: Rating) -> bool:
    """Return whether a world's rating is above a ceiling; one that nobody knows is above every one but the highest."""
    return (RATINGS.index(rating) if rating in RATINGS else len(RATINGS) - 1) > RATINGS.index(ceiling)
