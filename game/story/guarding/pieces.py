"""What is known of a world and what is not yet, in pieces: sets of words, each with its weight.

A word weighs the more the fewer pieces hold it: 1 where one alone does, 0 where all do.
Knows nothing of sentences that are to be judged.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from game.story.guarding.lexicon import Lexicon, lexicon_of
from game.story.guarding.stems import stem, words_of

_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Pieces:
    """What is open and what is closed of a world, as sets of words, and how much each word weighs."""

    open: tuple[frozenset[str], ...]
    closed: tuple[frozenset[str], ...]
    weights: Mapping[str, float]
    faint: Collection[str] = ()

    @classmethod
    def of(
        cls, open_texts: Iterable[str], closed_texts: Iterable[str], lexicon: Lexicon, faint: Collection[str] = ()
    ) -> Pieces:
        """Return the pieces that texts are. faint words weigh half: names, and what any scene may speak of."""
        opened = tuple(telling_words(text, lexicon.language) for text in open_texts)
        closed = tuple(telling_words(text, lexicon.language) for text in closed_texts)
        every = (*opened, *closed)
        pieces = dict.fromkeys(every) if lexicon.is_spaced else every
        counts = Counter(word for piece in pieces for word in piece)
        most = math.log(max(len(pieces), 2))
        weights = {word: 1 - math.log(count) / most for word, count in counts.items()}
        return cls(opened, closed, {word: each / 2 if word in faint else each for word, each in weights.items()}, faint)

    def weigh(self, words: Iterable[str]) -> float:
        """Return what words weigh together."""
        return sum(self.weights[word] for word in words)

    def peculiar(self, shared: frozenset[str]) -> float:
        """Return how much more words weigh together than those of them that any one open piece has."""
        return self.weigh(shared) - max((self.weigh(shared & each) for each in self.open), default=0.0)


@lru_cache(maxsize=2_000)
def telling_words(text: str, language: str) -> frozenset[str]:
    """Return the words that tell something: stems in English, characters and pairs of them in Chinese."""
    lexicon, folded = lexicon_of(language), text.lower()
    if lexicon.is_spaced:
        stems = (stem(word) for word in words_of(folded) if len(word) > _LETTERS)
        stems = (lexicon.senses.get(each, each) for each in stems)
        return frozenset(each for each in stems if not lexicon.has("grammar", each))
    letters = (each for each in folded if each.isalpha() and not lexicon.find("grammar", each))
    pairs = (folded[at : at + 2] for at in range(len(folded) - 1))
    whole = (pair for pair in pairs if pair.isalpha() and not lexicon.find("grammar", pair))
    return frozenset((*letters, *whole))
