"""No sentence turns on the spot, or says again what this telling or the last ones have said.

Knows nothing of worlds. Words that are counted are words in English, and characters in Chinese.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz

from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.stems import stem, words_of
from game.story.guarding.verdict import Verdict

_LIKE = 90.0
_SAME_WORDS = 0.8
_FEW = 4


def looping(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a sentence that repeats itself, or one before it."""
    tokens = _tokens(said.bare, moment)
    if _turns(tokens, moment):
        return Verdict("loop")
    for other in (*said.shown, *moment.lately):
        if _is_again(said.text, other, tokens, _tokens(other.lower(), moment)):
            return Verdict("loop")
    return None


def _tokens(text: str, moment: Moment) -> list[str]:
    if moment.lexicon.is_spaced:
        return [stem(word) for word in words_of(text)]
    return [letter for letter in text if letter.isalpha()]


def _turns(tokens: Sequence[str], moment: Moment) -> bool:
    """Return whether too much of a sentence is its own words again."""
    grams = Counter(zip(tokens, tokens[1:], strict=False)) if moment.lexicon.is_spaced else Counter(
        zip(tokens, tokens[1:], tokens[2:], strict=False)
    )
    again = sum(count - 1 for count in grams.values())
    if len(tokens) < _FEW:
        return False
    content = [token for token in tokens if len(token) > 3 and not moment.lexicon.has("common", token)]
    most = max(Counter(content).values(), default=0)
    return again >= max(3, len(tokens) * 0.22) or most >= 4 or (most >= 3 and most >= len(tokens) * 0.3)


def _is_again(text: str, other: str, tokens: Sequence[str], others: Sequence[str]) -> bool:
    if min(len(tokens), len(others)) < _FEW:
        return text.strip() == other.strip()
    if fuzz.ratio(text, other) >= _LIKE:
        return True
    here, there = Counter(tokens), Counter(others)
    shared = sum((here & there).values())
    return shared >= _SAME_WORDS * max(len(tokens), len(others))
