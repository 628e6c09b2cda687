"""The words a touch of weather may use: a closed list, and of the sky's words only those of this weather and hour.

Knows nothing of models or of worlds. The lists are in prompts/, beside the examples that show their use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from game.story.prompt import word_lists
from game.story.prose import words_in

# "The night is over": what the hour and the weather say there is, is not told away.
_ENDS = re.compile(r"\b(?:is|are|was|were|has|have) (?:now |long |almost )?(?:over|gone|done|past|ended|always)\b")
_STAMMER = re.compile(r"\b(\w+),? (?:and )?\1\b")
_DENIAL = re.compile(r"\b(?:no|without) (\w+)")


def is_sayable(text: str, *, hour: str, weather: str) -> bool:
    """Return whether text has a verb, no word outside the list, none of another weather or hour, and no contradiction.

    hour and weather are the author's own words for them, such as "before dawn" and "thin rain". Where the author says
    nothing of one, a touch does not either: nobody knows that the sun rises on a night that is only told of.
    """
    words = set(words_in(text))
    if not words & _lists()["verbs"] or words - sayable_words(hour=hour, weather=weather):
        return False
    if _ENDS.search(text.casefold()) or _STAMMER.search(text.casefold()):
        return False
    return not _contradicts(words | _said(weather))


@lru_cache(maxsize=64)
def sayable_words(*, hour: str, weather: str) -> frozenset[str]:
    """Return the words of the list that belong to an hour and a weather, and do not contradict that."""
    every, said, denied = frozenset().union(*_lists().values()), _said(weather), set(_DENIAL.findall(weather))
    return frozenset(
        word
        for word in every
        if _belongs({word}, _groups("sky"), said)
        and _belongs({word}, _groups("hours"), words_in(hour))
        and not _is_denied({word}, denied)
        and not _contradicts({word} | said)
    )


def _said(weather: str) -> set[str]:
    """Return the words by which the author says what weather there is."""
    return set(words_in(_DENIAL.sub("", weather)))


def _is_denied(words: set[str], denied: set[str]) -> bool:
    """Return whether words speak of what the weather says there is none of."""
    groups = (*_groups("sky").items(), *_groups("air").items())
    return any(words & group for name, group in groups if denied & {name, *group})


def _contradicts(words: set[str]) -> bool:
    """Return whether words hold both of a pair of opposites, which stand beside each other in the list."""
    pairs = list(_groups("pairs").values())
    return any(words & one and words & other for one, other in zip(pairs[::2], pairs[1::2], strict=True))


def _belongs(words: set[str], groups: Mapping[str, frozenset[str]], now: Iterable[str]) -> bool:
    """Return whether words hold only what belongs to the groups that the words `now` speak of."""
    spoken = set(now)
    allowed = {word for name, group in groups.items() if name in spoken or group & spoken for word in group}
    return not any(words & group - allowed for group in groups.values())


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    return word_lists("touch", "words")


@cache
def _groups(name: str) -> Mapping[str, frozenset[str]]:
    return word_lists("touch", name)
