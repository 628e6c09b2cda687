"""How much of some words a text explains, and how much of the text they hold: both from 0 to 1, by senses.

Knows nothing of what is decided by it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.story.understanding.gist.senses import Part, Senses
from game.story.understanding.tokens import Tokens

_NOUN, _VERB, _STRANGE, _MOST_STRANGE = 1.2, 1.0, 0.7, 1.5
_BY_CHARACTER, _BY_PAIR = 0.8, 0.6
"""What it is worth that a text holds the characters of a word, and that what is told besides holds two in a row."""


@dataclass(frozen=True, slots=True)
class Weight:
    """How much of the words is explained, and how much of the text is held."""

    explained: float
    held: float

    @property
    def both(self) -> float:
        """Return both together."""
        return self.explained + self.held


def weigh(said: Sequence[Part], own: Sequence[Part], *, told: Tokens = (), known: Senses = frozenset()) -> Weight:
    """Return how words and a text fit. told is what is said of it besides; known are senses that need no explaining."""
    pairs = {*pairwise(told)}
    explained = [(_weight(part), share(part, own, pairs, known)) for part in said]
    held = [(_weight(part), share(part, said)) for part in own]
    return Weight(_mean(explained), _mean(held))


def _mean(shares: Sequence[tuple[float, float]]) -> float:
    whole = sum(weight for weight, _ in shares)
    return sum(weight * share for weight, share in shares) / whole if whole else 0.0


def _weight(part: Part) -> float:
    if not part.senses:
        return min(_MOST_STRANGE, _STRANGE * len(part.said))
    return _NOUN if is_noun(part) else _VERB


def is_noun(part: Part) -> bool:
    """Return whether a part is known as a noun or a name."""
    return not all(map(is_deed, part.senses))


def is_deed(sense: str) -> bool:
    """Return whether a sense is one of words of any kind, and not of nouns alone or a name."""
    return sense.startswith("~")


def share(
    part: Part, others: Sequence[Part], pairs: Collection[tuple[str, str]] = (), known: Senses = frozenset()
) -> float:
    """Return how much of a part others explain: by a sense, by its characters, or by two in a row of what is told."""
    if part.senses & known or any(part.senses & other.senses for other in others):
        return 1.0
    characters = {character for other in others for character in other.said}
    same = sum(character in characters for character in part.said) / len(part.said)
    return max(_BY_CHARACTER * same, _BY_PAIR * _told(part.said, pairs))


def _told(said: Tokens, pairs: Collection[tuple[str, str]]) -> float:
    covered = [False] * len(said)
    for place, pair in enumerate(pairwise(said)):
        if pair in pairs:
            covered[place : place + 2] = [True, True]
    return sum(covered) / len(said)
