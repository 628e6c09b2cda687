"""What was done is not told as come to nothing, or to something else.

Knows nothing of refusals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.rules.events import Changed, Chosen, Dropped, Examined, Given, Handled, Taken
from game.story.guarding.changing import changes_in
from game.story.guarding.denying import denied_results
from game.story.guarding.moment import Moment
from game.story.guarding.pieces import telling_words
from game.story.guarding.stems import stem
from game.story.guarding.told import Told, new_verbs, unsaid_in

_CHANGING = (Taken, Dropped, Handled, Given, Chosen)
_DEEDS = (*_CHANGING, Examined)
ON_YOU = re.compile(
    r"\b(?:in|into|on|onto|on to|over|round|around|under|across|along|against|between)\s+your\s+(?:[\w-]+\s+){0,2}?"
    r"(?:hands?|palms?|fists?|fingers|arms?|grip|grasp|pockets?|coat|belt|shoulders?|neck|back|chest|lap)\b"
)
_LIES = re.compile(
    r"\b([\w'-]+)\s+(?:still\s+)?(?:hangs?|lies|lie|stands?|sits?|rests?)\s+(?:where|there|on|in|among|behind|under|as|still|upon)\b"
)
_STAYS = re.compile(r"(?:stays|remains|keeps|still|falls to the floor|drops it|in a heap)\b")
_NONE_READ = re.compile(r"\b(?:no|none|not one)\b[^,;.]{0,40}\bcan be (?:read|seen|made out|told|found)\b")


def has_deed(moment: Moment) -> bool:
    """Return whether the player did something that can come to nothing, were it but to look closely."""
    return any(isinstance(event, _DEEDS) for event in moment.events)


def undone(moment: Moment, told: Told) -> Iterator[str]:
    """Yield words of a clause by which nothing comes of what was done."""
    if any(isinstance(event, _CHANGING) for event in moment.events):
        yield from _turned_out(moment, told)
    if _is_told(moment, told):
        yield from filter(None, (unsaid_in(moment, "mishap", told.text),))
        yield from (found.group() for found in _NONE_READ.finditer(told.text))
    yield from denied_results(moment, told)
    yield from new_verbs(moment, told, "refusing", *(("staying",) if told.is_about else ()))


def unaltered(moment: Moment, told: Told) -> Iterator[str]:
    """Yield words of a clause by which a refusal has changed nothing, where the author says that it has."""
    if any(isinstance(event, Changed) for event in moment.events):
        yield from filter(None, (unsaid_in(moment, "unaltered", told.text),))


def _turned_out(moment: Moment, told: Told) -> Iterator[str]:
    """Yield words by which a deed that changed something fails, or changes something else."""
    if told.is_anybody and (words := unsaid_in(moment, "failed", told.text)):
        yield words
    if told.is_about and (words := _unchanged(moment, told) or _misplaced(moment, told)):
        yield words
    if told.is_anybody and not (moment.attempt.gained and ON_YOU.search(told.text)):
        yield from (word for word in changes_in(moment, told.text) if stem(word) not in told.denied)


def _unchanged(moment: Moment, told: Told) -> str:
    """Return words by which what was tried is as it was; what has been put somewhere stays there."""
    words = unsaid_in(moment, "unchanged", told.text)
    return "" if moment.attempt.lost and _STAYS.match(words) else words


def _is_told(moment: Moment, told: Told) -> bool:
    """Return whether a clause speaks of what was tried, or, where that was to look, of what was seen."""
    is_seen = any(isinstance(event, Examined) for event in moment.events)
    return told.is_about or (is_seen and bool(telling_words(told.text, moment.lexicon.language) & moment.notes.stems))


def _misplaced(moment: Moment, told: Told) -> str:
    """Return where a clause leaves a thing that you have got, or has a thing on you that you have not any more."""
    named = moment.attempt.things.union(*(each.ids for each in moment.names.find(told.text)))
    on_you = ON_YOU.search(told.text)
    if named & moment.attempt.lost and on_you and not moment.lexicon.find("denied", told.text):
        return on_you.group()
    is_elsewhere = bool(moment.attempt.gained) and not on_you and not told.denied
    left = (found.group() for found in _LIES.finditer(told.text) if stem(found[1]) in moment.attempt.words)
    return next(left, "") if is_elsewhere else ""
