"""Whether an English sentence tells what happens as past. What was before, and is told of now, is no fault.

Knows nothing of worlds.
"""

from __future__ import annotations

import re

from game.story.guarding.lexicon import Lexicon
from game.story.guarding.stems import stem, words_of

_YOU = re.compile(r"\byou\s+([a-z']+)")
_INDEFINITE = re.compile(r"^\W*(?:an?|one|no|nobody|somebody|someone|whoever|whatever|other|another|nothing|others)\b")


def is_past(lexicon: Lexicon, word: str) -> bool:
    """Return whether a word that follows its subject is a verb in the past."""
    if word in lexicon.forms("was"):
        return True
    return word.endswith("ed") or word in lexicon.forms("past")


def is_told_as_past(lexicon: Lexicon, bare: str) -> bool:
    """Return whether a folded sentence has verbs in the past, and none of now."""
    if _INDEFINITE.search(bare):
        return False
    words = words_of(bare)
    if any(word in lexicon.forms("now") or _is_of_now(lexicon, word) for word in words):
        return False
    was = lexicon.forms("was") | lexicon.forms("past_alone")
    if any(not (verb in was or is_past(lexicon, verb)) for verb in _YOU.findall(bare)):
        return False
    return any(word in was for word in words[1:])


def _is_of_now(lexicon: Lexicon, word: str) -> bool:
    """Return whether a word is a verb of now, whoever's."""
    if word in lexicon.forms("of_many"):
        return True
    base = stem(word)
    is_verb = lexicon.has("deeds", base) or lexicon.has("perceiving", base) or lexicon.has("moving", base)
    return word.endswith("s") and not word.endswith("ss") and is_verb
