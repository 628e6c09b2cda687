"""Whether an English sentence tells what happens as past. What was before, and is told of now, is no fault.

Knows nothing of worlds.
"""

from __future__ import annotations

import re

from game.story.guarding.lexicon import Lexicon
from game.story.guarding.stems import stem, words_of
from game.story.guarding.verbs import follows_determiner

# "It was she who …": what is told of is the one who did it.
_CLEFT = re.compile(r"^\W*it was\b.*\b(?:who|that|whom)\b")
# What a verb after them is a form of by itself: "to know", "could see".
_NO_SUBJECT = frozenset({"to", "not", "could", "would", "might", "should", "did", "couldn't", "didn't", "wouldn't"})
_YOU = re.compile(r"\byou\s+([a-z']+)")
_MANY = re.compile(r"\b(?:[a-z]{2,}[^s\W]s|they|people|men|women|children|both)\s+([a-z]+)(?<!ed)(?<!s)\b")
_DID = re.compile(r"\b([\w'-]+)\s+([a-z]+ed)\b(?!\s+by\b)")
_INDEFINITE = re.compile(
    r"^\W*(?:an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|one|no|nobody|somebody|someone|whoever|whatever|other|another|nothing|others)\b"
)


def is_past(lexicon: Lexicon, word: str) -> bool:
    """Return whether a word that follows its subject is a verb in the past."""
    if word in lexicon.forms("was"):
        return True
    return (word.endswith("ed") and word not in lexicon.forms("no_past")) or word in lexicon.forms("past")


def is_told_as_past(lexicon: Lexicon, bare: str) -> bool:
    """Return whether a folded sentence has verbs in the past, and none of now."""
    if _INDEFINITE.search(bare) or _CLEFT.search(bare):
        return False
    words = words_of(bare)
    finite = (
        word
        for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False)
        if not (before in _NO_SUBJECT or _is_noun(lexicon, before, word, after))
    )
    if any(word in lexicon.forms("now") or _is_of_now(lexicon, word) for word in finite):
        return False
    if any(_is_of_many(lexicon, found) for found in _MANY.findall(bare)):
        return False
    if any(not (verb in ("could", "would") or is_past(lexicon, verb)) for verb in _YOU.findall(bare)):
        return False
    if any(_is_doing(lexicon, *found) for found in _DID.findall(bare.partition(",")[0])):
        return True
    pairs = zip(["", *words], words, [*words[1:], ""], strict=False)
    return any(_tells_of_the_past(lexicon, before, word, after) for before, word, after in pairs)


def _is_noun(lexicon: Lexicon, before: str, word: str, after: str) -> bool:
    """Return whether a word that could be a verb of now is what something else is told of: "the steps were"."""
    if word in lexicon.forms("now"):
        return False
    return follows_determiner(before) or after in lexicon.forms("was")


def _is_of_many(lexicon: Lexicon, word: str) -> bool:
    """Return whether a word that follows a plural is a verb of now: "your hands stay"."""
    if is_past(lexicon, word):
        return False
    return any(lexicon.has(key, stem(word)) for key in ("deeds", "moving", "perceiving", "happening", "staying"))


def _is_doing(lexicon: Lexicon, before: str, word: str) -> bool:
    """Return whether a word in -ed after another is what that did, and not what was done to it."""
    if before in lexicon.forms("no_doer") or before.endswith("ly") or word in lexicon.forms("no_past"):
        return False
    return any(lexicon.has(key, stem(word)) for key in ("deeds", "moving", "happening"))


def _tells_of_the_past(lexicon: Lexicon, before: str, word: str, after: str) -> bool:
    """Return whether a word is the verb of what happened: not of a relative clause, nor of what was done before."""
    if before in lexicon.forms("relative"):
        return False
    if word in ("was", "were"):
        return not (after.endswith("ed") or after in lexicon.forms("participles"))
    return word in lexicon.forms("past_alone") and before != ""


def _is_of_now(lexicon: Lexicon, word: str) -> bool:
    """Return whether a word is a verb of now, whoever's."""
    if word in lexicon.forms("of_many"):
        return True
    if word in lexicon.forms("was"):
        return False
    base = stem(word)
    is_verb = lexicon.has("deeds", base) or lexicon.has("perceiving", base) or lexicon.has("moving", base)
    return word.endswith("s") and not word.endswith("ss") and is_verb
