"""The words a touch of weather may use: a closed list, and of the sky's words only those of this weather and hour.

Knows nothing of models or of worlds. The lists are in prompts/, beside the examples that show their use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

from game.story.parting import known_words
from game.story.prompt import word_lists
from game.story.sentences import FALLBACK

# "The night is over": what the hour and the weather say there is, is not told away. Chinese has no words for it listed.
_ENDS = re.compile(r"\b(?:is|are|was|were|has|have) (?:now |long |almost )?(?:over|gone|done|past|ended|always)\b")
_STAMMER = re.compile(r"\b(\w+),? (?:and )?\1\b")


def is_sayable(text: str, *, hour: str, weather: str, language: str = FALLBACK) -> bool:
    """Return whether text has a verb, no word outside the list, none of another weather or hour, and no contradiction.

    hour and weather are the author's own words for them, such as "before dawn" and "thin rain". Where the author says
    nothing of one, a touch does not either: nobody knows that the sun rises on a night that is only told of.
    """
    words = _words_of(text, language)
    sayable = sayable_words(hour=hour, weather=weather, language=language)
    if not words & _groups("words", language)["verbs"] or words - sayable:
        return False
    if _ENDS.search(text.casefold()) or _STAMMER.search(text.casefold()):
        return False
    return _are_of_now(words, hour, weather, language)


@lru_cache(maxsize=64)
def sayable_words(*, hour: str, weather: str, language: str = FALLBACK) -> frozenset[str]:
    """Return the words of the list that belong to an hour and a weather, and do not contradict that."""
    every: frozenset[str] = frozenset().union(*_groups("words", language).values())
    return frozenset(word for word in every if _are_of_now(frozenset({word}), hour, weather, language))


def is_of_now(text: str, *, hour: str, weather: str, language: str = FALLBACK) -> bool:
    """Return whether text has no word of another weather or hour, and no contradiction, whatever else it says."""
    return _are_of_now(_words_of(text, language), hour, weather, language)


def _are_of_now(words: frozenset[str], hour: str, weather: str, language: str) -> bool:
    said, denied = _parted_denials(weather, language)
    if _contradicts(words | said, language) or _is_denied(words, denied, language):
        return False
    is_of_weather = _belongs(words, _groups("sky", language), said)
    return is_of_weather and _belongs(words, _groups("hours", language), _words_of(hour, language))


@lru_cache(maxsize=64)
def _words_of(text: str, language: str) -> frozenset[str]:
    return frozenset(known_words(text, _known(language)))


@lru_cache(maxsize=64)
def _parted_denials(weather: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of what the author says of the weather, but for what it has none of; and those."""
    denying = _groups("denying", language)["words"]
    pairs = list(pairwise(("", *known_words(weather, _known(language)))))
    said = frozenset(word for before, word in pairs if before not in denying)
    return said, frozenset(word for before, word in pairs if before in denying)


def _is_denied(words: frozenset[str], denied: frozenset[str], language: str) -> bool:
    """Return whether words speak of what the weather says there is none of."""
    groups = (*_groups("sky", language).items(), *_groups("air", language).items())
    return any(words & group for name, group in groups if denied & {name, *group})


def _contradicts(words: frozenset[str], language: str) -> bool:
    """Return whether words hold both of a pair of opposites, which stand beside each other in the list."""
    pairs = list(_groups("pairs", language).values())
    return any(words & one and words & other for one, other in zip(pairs[::2], pairs[1::2], strict=True))


def _belongs(words: frozenset[str], groups: Mapping[str, frozenset[str]], spoken: frozenset[str]) -> bool:
    """Return whether words hold only what belongs to the groups that is spoken of now."""
    allowed = {word for name, group in groups.items() if name in spoken or group & spoken for word in group}
    return not any(words & group - allowed for group in groups.values())


@cache
def _known(language: str) -> frozenset[str]:
    """Return every word of the lists."""
    names = ("words", "pairs", "sky", "air", "hours", "denying")
    return frozenset().union(*(group for name in names for group in _groups(name, language).values()))


def _groups(name: str, language: str) -> Mapping[str, frozenset[str]]:
    return word_lists("touch", name, language)
