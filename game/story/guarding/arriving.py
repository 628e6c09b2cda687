"""Somebody who has gone somewhere is not told as having stayed, nor the way as shut.

Knows nothing of other deeds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.story.guarding.moment import Moment
from game.story.guarding.stems import stem
from game.story.guarding.told import Told, unsaid_in

_SHUT = re.compile(r"\b(?:is|are|been)\s+(nailed|bolted|barred|locked|chained|boarded|bricked|shuttered)\b")
_KEPT_SHUT = frozenset(map(stem, ("open", "let", "give", "budge", "move", "admit")))


def unmoved(moment: Moment, told: Told) -> Iterator[str]:
    """Yield words of a clause by which the player, who has gone somewhere, has not."""
    is_here = any(moment.after.place in each.ids for each in moment.names.find(told.text))
    if (told.is_yours or is_here or told.goes_on) and (words := unsaid_in(moment, "stopped", told.text)):
        yield words
    if moment.lexicon.find("ways", told.text):
        yield from _kept_shut(moment, told)


def _kept_shut(moment: Moment, told: Told) -> Iterator[str]:
    """Yield words by which a way is shut; where another from here is, that may be meant."""
    shut = _SHUT.search(told.text)
    if shut and not moment.closed and stem(shut[1]) not in moment.ground.stems:
        yield shut.group()
    yield from _KEPT_SHUT & told.denied - moment.attempt.denied
