"""Texts that must not be repeated word for word: which strings of their words a text may not hold.

Knows nothing of files or worlds. Only the strings' hashes are kept: a check costs the same however long texts are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from game.story.lexicon import folded, is_spaced

MOST_WORDS = 12
"""Words in a row that may be a protected text's where nobody says otherwise; in Chinese twice as many characters."""
MOST_CHARACTERS = 2_000_000
"""Of all protected texts together: their strings then take about 60 MB."""

_WORD = re.compile(r"[\u3040-\u9fff]|(?:(?![\u3040-\u9fff])[^\W_])+(?:['’](?:(?![\u3040-\u9fff])[^\W_])+)*")
_CHARACTERS_A_WORD = 2


class Protected:
    """Protected texts. most is how many of their words may stand in a row, and at least 1."""

    def __init__(self, texts: Iterable[str], *, most: int = MOST_WORDS) -> None:
        lengths = {True: most + 1, False: _CHARACTERS_A_WORD * most + 1}
        self._strings: dict[int, set[int]] = {}
        for text in texts:
            length = lengths[_is_parted(text)]
            self._strings.setdefault(length, set()).update(_strings(_words(text), length))

    def __bool__(self) -> bool:
        return bool(self._strings)

    def joined(self, other: Protected) -> Protected:
        """Return what protects the texts of both, each by its own most words."""
        both = Protected(())
        for strings in (self._strings, other._strings):
            for length, hashes in strings.items():
                both._strings[length] = both._strings.get(length, set()) | hashes
        return both

    def are_repeated(self, text: str, *, after: str = "") -> bool:
        """Return whether text, or the end of what stands before it together with it, holds too many words in a row."""
        return any(self._is_held(text, after, length) for length in self._strings)

    def _is_held(self, text: str, after: str, length: int) -> bool:
        # A string that ends in the text begins no further back than its own length; a word has rarely 40 letters.
        before = _words(after[-40 * length :])[1 - length :] if length > 1 else []
        return any(each in self._strings[length] for each in _strings([*before, *_words(text)], length))


def _is_parted(text: str) -> bool:
    """Return whether most of a text is of a script that parts words by spaces."""
    return sum(map(is_spaced, text)) * 2 > len(text)


def _words(text: str) -> list[str]:
    return [found.replace("’", "'") for found in _WORD.findall(folded(text))]


def _strings(words: list[str], length: int) -> Iterator[int]:
    return (hash(tuple(words[start : start + length])) for start in range(len(words) - length + 1))


NOTHING_PROTECTED = Protected(())
