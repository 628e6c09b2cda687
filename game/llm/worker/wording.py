"""A reply held to a list of words: which tokens may follow what is written, so that no other word can come of them.

Words are spelled in the tokens that the model itself would spell them with. Knows nothing of what the words are for, or
of how a token is drawn. It serves languages that part words by spaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from game.llm.worker.weights import Weights

Logits = npt.NDArray[np.float32]
Tokens = npt.NDArray[np.int64]

_PAUSES, _ENDINGS = ",", ".!?"
_BEFORE = "a"


@dataclass(eq=False, slots=True)
class Ways:
    """Where tokens lead. The array of them is made once: most places of a list share their ways."""

    to: dict[int, Place] = field(default_factory=dict)
    _tokens: Tokens | None = None

    @property
    def tokens(self) -> Tokens:
        """Return the tokens, in an array of one dimension."""
        if self._tokens is None:
            self._tokens = np.fromiter(self.to, dtype=np.int64)
        return self._tokens


@dataclass(eq=False, slots=True)
class Place:
    """Where a text stands: its ways within a word, and those that it shares with others.

    The second are of all words that may begin where one has ended, and of the signs between them.
    """

    own: dict[int, Place] = field(default_factory=dict)
    shared: Ways = field(default_factory=Ways)

    @property
    def tokens(self) -> Tokens:
        """Return the tokens that may follow, in an array of one dimension."""
        if not self.own:
            return self.shared.tokens
        return np.union1d(self.shared.tokens, list(self.own))

    def after(self, token: int) -> Place:
        """Return the place to which one of those leads."""
        return self.own.get(token) or self.shared.to[token]

    def share(self, logits: Logits) -> float:
        """Return how likely it is, from 0 to 1, that one of those would follow if any token might."""
        likely = np.exp(logits - logits.max())
        return float(likely[self.tokens].sum() / likely.sum())


class Wording:
    """The words that a reply may hold, as they are spelled within a sentence; a sentence's first has a capital."""

    def __init__(self, weights: Weights, words: Iterable[str]) -> None:
        self._between = Ways()
        within = sorted(set(words))
        first = [word[:1].upper() + word[1:] for word in within]
        later, sooner = (self._spelled(_following(weights, f" {word}") for word in words) for words in (within, first))
        after_pause, after_ending = Place(shared=Ways(later.own)), Place(shared=Ways({**_ends(weights), **sooner.own}))
        self._between.to |= later.own
        self._between.to |= {_following(weights, sign)[0]: after_pause for sign in _PAUSES}
        self._between.to |= {_following(weights, sign)[0]: after_ending for sign in _ENDINGS}
        self.start = self._spelled(map(weights.plain_tokens, first))
        self.start.shared = Ways(sooner.own)

    def _spelled(self, spellings: Iterable[Sequence[int]]) -> Place:
        """Return a place where words begin that are spelled so; where one has ended, others may begin."""
        root = Place()
        for tokens in spellings:
            place = root
            for token in tokens:
                place = place.own.setdefault(token, Place())
            place.shared = self._between
        return root


@lru_cache(maxsize=32)
def wording_of(weights: Weights, words: tuple[str, ...]) -> Wording:
    """Return what holds a reply to some words; made anew it takes some hundredths of a second."""
    return Wording(weights, words)


@lru_cache(maxsize=1)
def _ends(weights: Weights) -> Mapping[int, Place]:
    """Return the tokens that end a reply; nothing follows them."""
    return {token: Place() for token in range(weights.size) if weights.ends(token)}


def _following(weights: Weights, text: str) -> list[int]:
    """Return the tokens of a text that follows another: some vocabularies spell the first of a text otherwise.

    Where the two are spelled in one, those of the text alone.
    """
    before, both = weights.plain_tokens(_BEFORE), weights.plain_tokens(_BEFORE + text)
    rest = both[len(before) :] if both[: len(before)] == before else []
    return rest or weights.plain_tokens(text)
