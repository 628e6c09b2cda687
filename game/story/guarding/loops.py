"""No sentence turns on the spot, or says again what this telling or the last ones have said.

Knows nothing of worlds. What is counted are words in English, and characters in Chinese.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from rapidfuzz import fuzz

from game.story.guarding.lexicon import Lexicon
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.stems import stem, words_of
from game.story.guarding.verdict import Verdict

_PAIRED = re.compile(r"\b(\w+) (?:by|upon) \1\b")
_LIKE = 90.0
_LIKE_UNSPACED = 80.0
_SAME_WORDS = 0.8
_FEW = 4
_MUCH = 0.6
_AGAIN = 0.25
_TIMES = 4
_OFTEN = 5
_OFTEN_OF = 0.2
_MOST_OF = 0.4
_MOST_OF_UNSPACED = 0.3
_MOSTLY = 0.4
_THRICE = 3
_SHORT = 3
_SHORT_UNSPACED = 2
_LONG = 6
_LONG_UNSPACED = 8
_WHOLE = 10
_OFTEN_UNSPACED = 5


def looping(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a sentence that repeats itself, or one before it."""
    tokens = _tokens(said.bare, moment.lexicon)
    if len(tokens) >= _FEW and (_turns(tokens, moment.lexicon) or _returns(said)):
        return Verdict("loop")
    is_again = any(_is_again(said, other, tokens) for other in (*said.shown, *moment.lately))
    return Verdict("loop") if is_again else None


def _tokens(text: str, lexicon: Lexicon) -> list[str]:
    if lexicon.is_spaced:
        return [stem(word) for word in words_of(_PAIRED.sub(r"\1", text))]
    return [letter for letter in text if letter.isalpha()]


def _turns(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether too much of a sentence is its own words again."""
    length = 2 if lexicon.is_spaced else 3
    grams = Counter(tuple(tokens[at : at + length]) for at in range(len(tokens) - length + 1))
    again = sum(count - 1 for count in grams.values())
    telling = Counter(_telling(tokens, lexicon))
    most = max(telling.values(), default=0)
    if not lexicon.is_spaced and max(Counter(pairwise(tokens)).values(), default=0) >= _OFTEN_UNSPACED:
        return True
    more = telling.total() - len(telling)
    if lexicon.is_spaced and (more >= max(_OFTEN, len(tokens) * _OFTEN_OF) or _is_mostly_the_same(tokens, lexicon)):
        return True
    share = _MOST_OF if lexicon.is_spaced else _MOST_OF_UNSPACED
    return again >= max(_TIMES, len(tokens) * _AGAIN) or most >= _TIMES or most >= max(3, len(tokens) * share)


def _is_mostly_the_same(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether many of the words that are no particles come again, and one of them a third time."""
    words = Counter(each for each in tokens if not lexicon.has("particles", each))
    again = words.total() - len(words)
    return again >= max(_TIMES, _MOSTLY * words.total()) and max(words.values()) >= _THRICE


def _telling(tokens: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """Yield what is noticed when it comes again: words that tell something, or pairs of characters."""
    if lexicon.is_spaced:
        yield from (each for each in tokens if len(each) > 2 and not lexicon.has("grammar", each))
    else:
        pairs = pairwise(tokens)
        yield from (one + other for one, other in pairs if not lexicon.find("numerals", one))


def _returns(said: Said) -> bool:
    """Return whether clauses of a sentence come again: a long one once, or short ones more than once."""
    clauses = [Counter(_tokens(said.bare[start:end], said.lexicon)) for start, end in said.clauses]
    told = [each for each in clauses if each.total() >= (_SHORT if said.lexicon.is_spaced else _SHORT_UNSPACED)]
    alike = [(one, other) for one, other in combinations(told, 2) if _are_alike(one, other)]
    if not said.lexicon.is_spaced:
        lengths = [min(one.total(), other.total()) for one, other in alike]
        return len(alike) >= 2 or any(length >= _LONG_UNSPACED for length in lengths)
    return len(alike) >= 2 or any(one == other and one.total() >= _LONG for one, other in alike)


def _are_alike(one: Counter[str], other: Counter[str]) -> bool:
    return (one & other).total() >= _SAME_WORDS * max(one.total(), other.total())


def _is_again(said: Said, other: str, tokens: Sequence[str]) -> bool:
    others = _tokens(other.lower(), said.lexicon)
    if min(len(tokens), len(others)) < _FEW:
        return said.text.strip() == other.strip()
    if not said.lexicon.is_spaced:
        tokens = _tokens(said.text, said.lexicon)
        if _is_part(tokens, others):
            return True
    like = _LIKE if said.lexicon.is_spaced else _LIKE_UNSPACED
    if fuzz.ratio(said.text, other) >= like or _are_alike(Counter(tokens), Counter(others)):
        return True
    here, there = (frozenset(_telling(each, said.lexicon)) for each in (tokens, others))
    return said.lexicon.is_spaced and len(here) >= _FEW and len(here & there) >= _MUCH * len(here | there)


def _is_part(tokens: Sequence[str], others: Sequence[str]) -> bool:
    """Return whether a Chinese sentence of some length is but a part of another, letter for letter."""
    return len(tokens) >= _WHOLE and "".join(tokens) in "".join(others)
