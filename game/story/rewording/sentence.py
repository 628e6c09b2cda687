"""A sentence as it is spelled, parted where it pauses, and put together again with its parts or words in other places.

Knows nothing of what may change its place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from game.story.rewording.spelling import WORD, spelled_within
from game.story.rewording.words import Words, listed

_END = re.compile(r"[^\w]*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The parts of a sentence in words, each spelled as within one; what stands between two of them; and its end."""

    parts: tuple[Words, ...]
    gaps: tuple[str, ...]
    end: str

    def __str__(self) -> str:
        """Return it with a capital."""
        first, *others = map(" ".join, self.parts)
        said = first + "".join(gap + part for gap, part in zip(self.gaps, others, strict=True))
        return said[:1].upper() + said[1:] + self.end

    @property
    def is_plain(self) -> bool:
        """Return whether it is of nothing but words and the pauses between its parts."""
        return all(WORD.fullmatch(word) for part in self.parts for word in part)


def sentence_of(text: str, names: Collection[str], language: str) -> Sentence:
    """Return a sentence by its text; names, in lower case, keep the capital at its head."""
    end = _END.search(text)
    cut = end.start() if end else len(text)
    first, *others = _gap(language).split(text[:cut])
    words = [first.split(), *(part.split() for part in others[1::2])]
    words[0][:1] = [spelled_within(word, names) for word in words[0][:1]]
    return Sentence(tuple(map(tuple, words)), tuple(others[::2]), text[cut:])


@cache
def _gap(language: str) -> re.Pattern[str]:
    joining = _either(listed(language)["joining"])
    return re.compile(rf"([,;]\s+(?:(?:{joining})\s+)?)")


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words)))
