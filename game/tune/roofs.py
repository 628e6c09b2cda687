"""Whether a place has a roof, by its name: an example says where it is in a few words, and a world says it outright.

Knows nothing of what is told of it.
"""

from __future__ import annotations

import re

from game.tune.words import listed

_BESIDE = re.compile(
    r" (?:of|in|at|on|under|behind|over|by|with|after|before|above|below|beyond|for|off|through|to|from|across|near"
    r"|used|offshore)\b.*"
)
"""What follows what a place is: a "hall of looms" is a hall."""
_WITHIN = re.compile(r"\b(?:indoors|outside)\b")


def is_indoors(place: str, weather: str) -> bool:
    """Return whether a place is within walls, from what it is called and from a weather that is "outside" of it."""
    last = _BESIDE.sub("", place.lower()).split()[-1:]
    return bool(_WITHIN.search(weather.lower())) or not listed("roofed").isdisjoint(last)
