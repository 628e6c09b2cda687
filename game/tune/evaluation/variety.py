"""How various texts are: runs of words that come again in them, and beginnings that several have.

Knows nothing of who wrote them. In a script without spaces between words, runs are of signs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from game.story.lexicon import is_spaced
from game.story.prose import sentences_in, words_in
from game.tune.alike import opening_of


def runs_in(texts: Iterable[str], length: int) -> Iterator[tuple[str, ...]]:
    """Yield the runs of so many words in every sentence: none goes from one into the next."""
    for sentence in (each for text in texts for each in sentences_in(text)):
        words = _words(sentence)
        yield from (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def share_distinct(texts: Iterable[str], length: int) -> float:
    """Return how many different runs there are for each that there is, from 0 to 1."""
    runs = list(runs_in(texts, length))
    return len(set(runs)) / max(1, len(runs))


def share_reopened(texts: Sequence[str]) -> float:
    """Return the share of texts that begin with the same words as one before them."""
    openings = [opening for text in texts if (opening := opening_of(text))]
    return (len(openings) - len(set(openings))) / max(1, len(texts))


def _words(sentence: str) -> Sequence[str]:
    return words_in(sentence) if is_spaced(sentence) else [sign for sign in sentence if sign.isalpha()]
