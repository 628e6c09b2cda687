"""The words of a touch that only some places have: gulls belong to a shore, rafters to a house.

Knows nothing of hours and weathers. Whether a place is of a kind is read in the author's own words for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from game.story.lexicon import is_spaced
from game.story.prompt import word_lists
from game.story.prose import words_in
from game.story.scene import Scene

_INDOORS = "house"
"""The kind of place that every room is of."""


def strange_words(scene: Scene) -> frozenset[str]:
    """Return the words that belong to other kinds of places than a scene's."""
    return _strange(f"{scene.place} {scene.surroundings}", scene.indoors, scene.language)


@lru_cache(maxsize=64)
def _strange(told: str, indoors: bool, language: str) -> frozenset[str]:  # noqa: FBT001 - a key of the cache
    kinds = word_lists("touch", "ground", language)
    here = [kind for kind, words in kinds.items() if (kind == _INDOORS and indoors) or _tells_of(told, words)]
    return frozenset().union(*kinds.values()) - frozenset().union(*(kinds[kind] for kind in here))


def _tells_of(told: str, words: Iterable[str]) -> bool:
    """Return whether a text has any of some words: as words by themselves, where spaces part them."""
    spoken = frozenset(words_in(told))
    return any(each in spoken if is_spaced(each) else each in told for each in words)
