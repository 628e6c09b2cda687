"""What the player is said to have said just now, and which words are for moods, whatever their degree.

Knows nothing of other verbs that "you" is the subject of.
"""

from __future__ import annotations

import re

from game.story.guarding.lexicon import Lexicon
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.stems import stem
from game.story.guarding.yours import is_done

_HAVE = re.compile(r"\byou(?:'ve| have)\s+(?:already\s+|just\s+|\w+ly\s+)?([\w'-]+)")
_NOW_HAVE = re.compile(
    r"(?:\b(?:now|there|so|good),?\s+|^\W*(?:and\s+)?)you(?:'ve| have)\s+(?:now\s+|just\s+)?([\w'-]+)"
)
_RECALLED = re.compile(
    r"\b(?:what|that|which|as|since|when|where|who|whom|if|before|after|everything|all|until|whatever|whoever|how|why)\W*$"
)


def is_mood(lexicon: Lexicon, word: str) -> bool:
    """Return whether a word is for a mood: "sad", "sadder", "saddest"."""
    bases = (word, word.removesuffix("r"), word.removesuffix("er"), word.removesuffix("st"), word.removesuffix("est"))
    plain = (f"{each[:-1]}y" if each.endswith("i") else each for each in bases)
    return any(lexicon.has("moods", stem(each)) for each in plain)


def spoken_in(moment: Moment, said: Said) -> str:
    """Return words by which the player has just said something: "you have told her"."""
    return _done_in(moment, said, _HAVE)


def now_done_in(moment: Moment, said: Said) -> str:
    """Return words by which a speaker has the player do something now: "there, you have signed"."""
    return _done_in(moment, said, _NOW_HAVE) if moment.lexicon.is_spaced else ""


def _done_in(moment: Moment, said: Said, pattern: re.Pattern[str]) -> str:
    for found in pattern.finditer(said.bare):
        base = stem(found[1])
        is_new = moment.lexicon.has("vowing", base) and not is_done(moment, base)
        if is_new and not _RECALLED.search(said.bare[: found.start()]):
            return found.group().strip()
    return ""
