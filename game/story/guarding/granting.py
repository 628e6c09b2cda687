"""What the world refused is not told as done after all: got, put down, opened or passed.

Knows nothing of deeds that were done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.story.guarding.failing import ON_YOU
from game.story.guarding.moment import Moment
from game.story.guarding.stems import stem
from game.story.guarding.told import Told, is_new, new_verbs, unsaid_in

_IN = re.compile(r"\b(?:in|into|inside|on|onto|among|through|across)\s+(?:the\s+|a\s+)?$")
_YOU = re.compile(r"\byou\s+(?:[\w'-]+ly\s+|at once\s+|then\s+|are\s+)?([\w'-]+)\b(?!\s+back\b)")
_AS_FAR = re.compile(r"\bas \w+ as\b")
_GIVES_SOMETHING = re.compile(r"\bgives (?:an?|the|no|one|its|his|her|you)\b(?! little)")
_BEHIND = re.compile(r"\bbehind you\b[^,;]*$|\byou leave\s+(?:the\s+)?$")
_LEFT = re.compile(
    r"\s+(?:falls|drops|sinks|shrinks|recedes|lies|is left|is lost|is gone|closes up)\b[^,;]*"
    r"\b(?:behind|back|away|gone)\b"
)
_KEEPS = re.compile(
    r"\b(?:slides|tucks|folds|puts|stows|drops|slips|lays|hangs|files|locks|shuts|sets)\s+(?:it|them|the\s+[\w-]+)"
    r"\s+(?:away|under|in|into|inside|among|behind|beside|between|up)\b|\b(?:pockets|keeps|accepts|unfolds)\s+(?:it|them)\b"
)
_PUTTING_OFF = ("drop", "remove", "put")
_WAYS = ("opening", "letting")
_THINGS = ("coming",)


def granted(moment: Moment, told: Told) -> Iterator[str]:
    """Yield words of a clause by which what was refused is done."""
    find, text = moment.lexicon.find, told.text.replace("in no time", "")
    if find("compared", text) or find("denied", text) or _AS_FAR.search(text):
        return
    yield from filter(None, (_done(moment, told), _own_result(moment, told)))
    if told.is_about and not _GIVES_SOMETHING.search(told.text):
        yield from new_verbs(moment, told, *(_WAYS if moment.attempt.verb == "go" else _THINGS))
    yield from _deeds(moment, told)


def _done(moment: Moment, told: Told) -> str:
    """Return a phrase that says of anything that it was done."""
    is_meant = told.is_anybody or "your" in told.words
    words = unsaid_in(moment, "done", told.text) if is_meant else ""
    is_kept_on = moment.attempt.verb in _PUTTING_OFF and "your" in words
    is_so_anyway = "you" not in words and words in moment.here.text
    return "" if is_kept_on or is_so_anyway else words


def _own_result(moment: Moment, told: Told) -> str:
    """Return words that tell the result which the refused verb would have had."""
    match moment.attempt.verb:
        case "take" if told.is_about and (got := ON_YOU.search(told.text)):
            return got.group()
        case "drop" if told.is_about or told.begins_with_it:
            return unsaid_in(moment, "put_down", told.text)
        case "go" if told.is_yours:
            return _arrival(moment, told) or _departure(moment, told)
        case "give" if told.is_anybody and "you" not in told.words:
            kept = _KEEPS.search(told.text)
            return kept.group() if kept else ""
    return ""


def _arrival(moment: Moment, told: Told) -> str:
    """Return the name of the place that the player did not reach, where a clause has them in it."""
    if not {"you", "your"}.intersection(told.words):
        return ""
    named = (each for each in moment.names.find(told.text) if moment.attempt.place in each.ids)
    return next((told.text[each.start : each.end] for each in named if _IN.search(told.text[: each.start])), "")


def _departure(moment: Moment, told: Told) -> str:
    """Return words by which the place that the player did not leave lies behind them."""
    named = (each for each in moment.names.find(told.text) if moment.turn.before.place in each.ids)
    for each in named:
        if _BEHIND.search(told.text[: each.start]) or _LEFT.match(told.text[each.end :]):
            return told.text[each.start : each.end]
    return ""


def _deeds(moment: Moment, told: Told) -> Iterator[str]:
    """Yield what a clause has you do, where it is what was refused, or where it is to go on."""
    for found in _YOU.finditer(told.text):
        base = stem(found[1])
        is_going = moment.attempt.verb == "go" and moment.lexicon.has("going", base)
        is_asked = moment.asked.has(found[1]) and moment.lexicon.has("deeds", base)
        if (is_going or is_asked) and is_new(moment, told, found[1]):
            yield found.group()
