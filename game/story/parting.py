"""Words of a text as closed lists know them: where no spaces part words, a run is read as words of a list.

Knows nothing of languages, or of what a list is for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import groupby

from game.story.lexicon import is_spaced
from game.story.prose import words_in

_LONGEST = 8
"""Characters: no word of a list has more, and of an author's own text no more are taken for one word."""
_SHORTEST = 2


def known_words(text: str, known: Collection[str]) -> list[str]:
    """Return the words of a text in lower case; a run without spaces is parted into the words that are known."""
    return [part for word in words_in(text) for part in ((word,) if is_spaced(word) else _parted(word, known))]


@lru_cache(maxsize=64)
def own_words(texts: tuple[str, ...]) -> frozenset[str]:
    """Return the words of texts; of a run without spaces, any two characters or more in a row."""
    words = {word for text in texts for word in words_in(text)}
    return frozenset(part for word in words for part in ((word,) if is_spaced(word) else _pieces(word)))


def _parted(run: str, known: Collection[str]) -> list[str]:
    """Return a run as words: of all ways to read it one that leaves the fewest characters over, in the fewest words.

    Characters that are left over side by side are one word.
    """
    best = [(0, 0, 0)]  # of the run so far: characters left over, words, the length of the last
    for end in range(1, len(run) + 1):
        ways = [(best[end - 1][0] + 1, best[end - 1][1] + 1, 1)]
        for length in range(1, min(end, _LONGEST) + 1):
            if run[end - length : end] in known:
                over, count, _ = best[end - length]
                ways.append((over, count + 1, length))
        best.append(min(ways))
    words = _read_back(run, [length for _, _, length in best])
    grouped = groupby(words, key=lambda word: word in known)
    return [part for is_known, group in grouped for part in (group if is_known else ("".join(group),))]


def _read_back(run: str, lengths: list[int]) -> list[str]:
    """Return the words of a run, given how long the word is that ends at each place."""
    words: list[str] = []
    end = len(run)
    while end:
        words.append(run[end - lengths[end] : end])
        end -= lengths[end]
    return words[::-1]


def _pieces(run: str) -> Iterable[str]:
    lengths = range(_SHORTEST, _LONGEST + 1)
    return (run[at : at + length] for length in lengths for at in range(len(run) - length + 1))
