"""The words a touch of weather may use: a closed list, and of the sky's words only those of this weather and hour.

Knows nothing of models or of worlds. The lists are in prompts/, beside the examples that show their use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
    return not _contradicts(words | _parted_denials(weather, language)[0], language)


def sayable_words(*, hour: str, weather: str, language: str = FALLBACK) -> frozenset[str]:
    """Return the words of the list that belong to an hour and a weather, and do not contradict that."""
    if _contradicts(_parted_denials(weather, language)[0], language):
        return frozenset()
    return frozenset().union(*_groups("words", language).values()) - _amiss(hour, weather, language)


def is_of_now(text: str, *, hour: str, weather: str, language: str = FALLBACK) -> bool:
    """Return whether text has no word of another weather or hour, and no contradiction, whatever else it says."""
    words, (said, _) = _words_of(text, language), _parted_denials(weather, language)
    return not words & _amiss(hour, weather, language) and not _contradicts(words | said, language)


@lru_cache(maxsize=64)
def _amiss(hour: str, weather: str, language: str) -> frozenset[str]:
    """Return the words that belong to another hour or weather, to what there is none of, or contradict the weather."""
    said, denied = _parted_denials(weather, language)
    strange = (
        *_strange(_groups("sky", language), said),
        *_strange(_groups("hours", language), _words_of(hour, language)),
    )
    opposed = (other for one, other in _opposites(language) if one & said)
    return frozenset().union(*strange, *opposed, *_missing(denied, language))


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


def _contradicts(words: frozenset[str], language: str) -> bool:
    """Return whether words hold both of a pair of opposites."""
    return any(words & one and words & other for one, other in _opposites(language))


def _opposites(language: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield the pairs, which stand beside each other in the list, each either way round."""
    groups = list(_groups("pairs", language).values())
    for one, other in zip(groups[::2], groups[1::2], strict=True):
        yield from ((one, other), (other, one))


def _strange(groups: Mapping[str, frozenset[str]], spoken: frozenset[str]) -> Iterator[frozenset[str]]:
    """Yield the words of groups that belong to none of those that are spoken of."""
    allowed = frozenset(word for name, group in groups.items() if name in spoken or group & spoken for word in group)
    yield from (group - allowed for group in groups.values())


def _missing(denied: frozenset[str], language: str) -> Iterator[frozenset[str]]:
    """Yield the groups of what the weather says there is none of."""
    groups = (*_groups("sky", language).items(), *_groups("air", language).items())
    yield from (group for name, group in groups if denied & {name, *group})


@cache
def _known(language: str) -> frozenset[str]:
    """Return every word of the lists."""
    names = ("words", "pairs", "sky", "air", "hours", "denying")
    return frozenset().union(*(group for name in names for group in _groups(name, language).values()))


def _groups(name: str, language: str) -> Mapping[str, frozenset[str]]:
    return word_lists("touch", name, language)
