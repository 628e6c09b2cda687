"""Whether an English word can be a verb where it stands, by its form, by what stands before it, and by the lists.

Knows nothing of who does it.
"""

from __future__ import annotations

from game.story.guarding.lexicon import Lexicon
from game.story.guarding.stems import stem

_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "your", "both", "two", "own"))
_PREPOSITIONS = frozenset(("in", "on", "of", "at", "to", "from", "with", "by", "for", "and"))
_OF_PEOPLE = ("deeds", "moving", "perceiving")


def is_present(lexicon: Lexicon, word: str) -> bool:
    """Return whether a word can be a verb of somebody else's, now: "leans", "is", "has"."""
    if word in ("is", "has"):
        return True
    is_formed = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "'s"))
    return is_formed and word not in lexicon.forms("no_verb")


def follows_determiner(before: str) -> bool:
    """Return whether a word before another is an article or the like."""
    return before in _DETERMINERS


def is_noun_after(before: str) -> bool:
    """Return whether a word before another makes that a noun, whatever else it may be."""
    return before in _DETERMINERS | _PREPOSITIONS or before.endswith(("'s", "s'"))


def is_of_people(lexicon: Lexicon, word: str) -> bool:
    """Return whether a word is a form of a verb for what people do."""
    return any(lexicon.has(key, stem(word)) for key in _OF_PEOPLE)
