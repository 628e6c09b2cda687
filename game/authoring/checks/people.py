"""People whom a model would voice alike.

Knows nothing of models.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from game.authoring.checks.remark import Remark
from game.authoring.checks.survey import Survey

_ALIKE = 88.0
_MOST = 200
"""How many people are compared, each with every other: nobody meets more."""


def like_voices(survey: Survey) -> Iterator[Remark]:
    """Yield the people who have nearly the voice of one before them."""
    voiced = [each for each in survey.world.people.values() if each.voice][:_MOST]
    for one, other in combinations(voiced, 2):
        if fuzz.token_sort_ratio(one.voice, other.voice, score_cutoff=_ALIKE):
            message = f"'{other.id}' has nearly the voice of '{one.id}'"
            hint = "say how they differ: what they speak of, how long, in which words"
            yield Remark("W108", message, ("person", other.id, "voice"), hint)
