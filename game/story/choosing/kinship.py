"""Which words mean much the same, by their stems, and which of them a language's commands are made of.

Knows nothing of worlds. The groups are those of languages/: words of any kind, and nouns alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from game.story.choosing.stems import stem
from game.story.sentences import Sentences, Words
from game.story.understanding.tokens import tokens

_Groups = tuple[tuple[str, ...], ...]


class Kinship:
    """The groups of one language, by stems."""

    def __init__(self, sentences: Sentences) -> None:
        groups = (*sentences.kin.values(), *sentences.alike.values())
        self._groups = _groups_of(groups)
        self.known = _stems_of((*_texts(sentences.verbs, sentences.particles, sentences.directions), *groups))
        """The stems of all words that commands are made of."""

    def akin(self, one: str, other: str) -> bool:
        """Return whether two stems are the same, or those of words that mean much the same."""
        return one == other or not self._of(one).isdisjoint(self._of(other))

    def akin_to_any(self, one: str, others: Iterable[str]) -> bool:
        """Return whether a stem is akin to any of others."""
        return any(self.akin(one, other) for other in others)

    def _of(self, word: str) -> frozenset[int]:
        return self._groups.get(word, frozenset())


def _texts(*tables: Words) -> Iterable[tuple[str, ...]]:
    return (texts for table in tables for texts in table.values())


@lru_cache(maxsize=8)
def _groups_of(groups: _Groups) -> dict[str, frozenset[int]]:
    """Return the numbers of the groups that each stem is in."""
    found: dict[str, frozenset[int]] = {}
    for number, words in enumerate(groups):
        for word in map(stem, words):
            found[word] = found.get(word, frozenset()) | {number}
    return found


@lru_cache(maxsize=8)
def _stems_of(groups: _Groups) -> frozenset[str]:
    return frozenset(stem(token) for words in groups for word in words for token in tokens(word))
