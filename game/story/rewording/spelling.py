"""How the words of an author's text are spelled within a sentence, where only names have a capital.

Knows nothing of what becomes of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from game.story.prose import sentences_in

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def spelled_words(text: str, names: Collection[str]) -> frozenset[str]:
    """Return the words of a text as within a sentence; names, in lower case, keep the capital at the head of one."""
    return frozenset(word if place else spelled_within(word, names) for place, word in _placed(text))


def spelled_within(word: str, names: Collection[str]) -> str:
    """Return the first word of a sentence as it is spelled elsewhere in one; names are as in spelled_words."""
    return word if word.lower() in names or word[1:].isupper() else word[:1].lower() + word[1:]


def names_in(text: str, common: Collection[str]) -> frozenset[str]:
    """Return the names in a text, in lower case: words with a capital within a sentence, or at its head before another.

    common are the words that are no names.
    """
    found = list(_placed(text))
    within = {word.lower() for place, word in found if place and word[0].isupper()}
    before = {
        word.lower()
        for (place, word), (after, following) in pairwise(found)
        if place == 0 and after and following[0].isupper()
    }
    return frozenset(within | (before - frozenset(common)))


def _placed(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of a text, each with its place in its sentence."""
    return ((place, word) for sentence in sentences_in(text) for place, word in enumerate(WORD.findall(sentence)))
