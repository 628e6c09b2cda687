"""Words and phrases looked for in a text, in their usual forms, in scripts with and without spaces.

Knows nothing of what they stand for, or of what is done where one is found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from game.story.lexicon import is_spaced

ANY_ENDING = "*"
"""At the end of a word in a term: whatever letters follow."""

_WORD = re.compile(r"(?:(?![\u3040-\u9fff])[^\W_])+(?:['’‘](?:(?![\u3040-\u9fff])[^\W_])+)*")  # of a script with spaces
_GAP = re.compile(r"[\s\u2010-\u2015-]+")
_ENDINGS = ("s", "es", "'s")
_HIDDEN = "…"
_NOWHERE = re.compile("(?!)")

Span = tuple[int, int]


class Terms:
    """Terms to look for. A term's last word may stand in the plural; a phrase that is harmless hides those within it.

    Words may be parted by hyphens as well as spaces, and letters be of any case and width. Where words are not parted
    by spaces, a term is found wherever its characters stand.
    """

    def __init__(self, terms: Iterable[str], *, harmless: Iterable[str] = ()) -> None:
        self._terms = _Index(terms)
        self._harmless = _Index(harmless)

    def first_in(self, text: str) -> str:
        """Return the first of the terms in a text as it stands there, or nothing."""
        usual = _usual(text)
        return next((usual[start:end] for start, end in self._spans(usual)), "")

    def hidden(self, text: str) -> str:
        """Return text with an ellipsis in the place of each term; all of it is hidden where no place can be told."""
        for start, end in sorted(self._spans(text), reverse=True):
            text = text[:start] + _HIDDEN + text[end:]
        return _HIDDEN if self.first_in(text) else text

    def _spans(self, text: str) -> Iterator[Span]:
        found = list(self._terms.spans(text))
        hiding = list(self._harmless.spans(text)) if found else []
        for start, end in found:
            if not any(first <= start and end <= last for first, last in hiding):
                yield start, end


def spelled(term: str) -> str:
    """Return a term as one would write it: without the sign for any ending."""
    return " ".join(word.removesuffix(ANY_ENDING) for word in term.split())


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words, each as it stands or, with the sign for any ending, as it begins; the last in the plural too."""

    words: tuple[str, ...]

    def fits(self, words: list[str]) -> bool:
        """Return whether words are those of the phrase, in some form."""
        if len(words) != len(self.words) or not all(map(_begins, self.words[:-1], words[:-1])):
            return False
        last, word = self.words[-1], words[-1]
        return _begins(last, word) or word in [last + ending for ending in _ENDINGS]


class _Index:
    """Terms by the two letters they begin with; those of a script without spaces all at once."""

    def __init__(self, terms: Iterable[str]) -> None:
        known = [each for each in dict.fromkeys(_usual(each).casefold().strip() for each in terms) if spelled(each)]
        close = sorted((each for each in known if not is_spaced(each)), key=len, reverse=True)
        self._close = re.compile("|".join(map(re.escape, close))) if close else _NOWHERE
        self._phrases: dict[str, list[_Phrase]] = {}
        for each in known:
            if is_spaced(each):
                words = tuple(_GAP.split(each.replace("’", "'")))
                self._phrases.setdefault(words[0][:2], []).append(_Phrase(words))

    def spans(self, text: str) -> Iterator[Span]:
        """Yield where terms begin and end in a text."""
        yield from (found.span() for found in self._close.finditer(text))
        words = _words(text)
        for place, (word, start, _) in enumerate(words):
            for phrase in self._phrases.get(word[:2], ()):
                among = words[place : place + len(phrase.words)]
                if phrase.fits([each for each, _, _ in among]) and _is_one(text, among):
                    yield start, among[-1][2]


def _begins(known: str, word: str) -> bool:
    return word.startswith(known[:-1]) if known.endswith(ANY_ENDING) else word == known


def _is_one(text: str, words: list[tuple[str, int, int]]) -> bool:
    """Return whether nothing but spaces and hyphens parts words."""
    return all(_GAP.fullmatch(text, end, start) for (_, _, end), (_, start, _) in pairwise(words))


@lru_cache(maxsize=16)
def _words(text: str) -> list[tuple[str, int, int]]:
    """Return the words of a text that are parted by spaces, each with where it begins and ends."""
    return [(found[0].casefold().replace("’", "'").replace("‘", "'"), *found.span()) for found in _WORD.finditer(text)]


def _usual(text: str) -> str:
    """Return text with its characters in their usual form and width, without signs that nobody sees."""
    if text.isascii():
        return text
    return "".join(each for each in unicodedata.normalize("NFKC", text) if unicodedata.category(each) != "Cf")
