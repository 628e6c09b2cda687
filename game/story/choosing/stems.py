"""Words of a text without their endings, so that "carvings" is found where "carved" is told.

Knows nothing of what the words mean. Only for languages that part words by spaces.
"""

from __future__ import annotations

from functools import lru_cache

from game.story.lexicon import plain
from game.story.prompt import choosing_words

_ENDINGS = ("ing", "ed", "es", "er", "ly", "s")
_MOST = 6
_LEAST = 3


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words, in order, but for those that name nothing by themselves."""
    idle = choosing_words("idle")
    return tuple(stem(word) for word in words_of(text) if len(word) > 1 and word not in idle)


def words_of(text: str) -> list[str]:
    """Return the words of a text, parted at apostrophes too."""
    return plain(text.replace("'", " ").replace("’", " ")).split()


@lru_cache(4096)
def stem(word: str) -> str:
    """Return a word without its ending, and no more of it than tells it from others."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word.removesuffix(ending)
            break
    return word[:_MOST].rstrip("e")
