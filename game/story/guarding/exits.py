"""No way leads anywhere that the author has not made, and none is open or taken that is closed.

Knows nothing of what else is here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.story.guarding.chinese.roads import goes_beyond, made_up, opened, says_open
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.things import is_unreal
from game.story.guarding.verdict import Verdict

_ARTICLE = re.compile(r"\s*(?:the\s+)?")


def unmade(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on the first way that is not the author's, or leads where none does."""
    if not said.speaker and _leads_astray(moment, said, 0):
        return Verdict("exit")
    if not said.speaker and (place := _elsewhere(moment, said)):
        return Verdict("exit", place)
    if not moment.lexicon.is_spaced and (verdict := _unmade_unspaced(moment, said)):
        return verdict
    for key, is_made in (("new_ways", _is_written), ("ways", _is_here)):
        for found in moment.lexicon.pattern(key).finditer(said.bare):
            if _leads(moment, said, found) and not _is_unreal(moment, said, found) and not is_made(moment, said, found):
                return Verdict("exit", said.spelled(*found.span()))
    return None


def _unmade_unspaced(moment: Moment, said: Said) -> Verdict | None:
    if said.speaker:
        return Verdict("exit") if says_open(moment, said) else None
    words = _made_up(moment, said) or opened(moment, said) or goes_beyond(moment, said)
    return Verdict("exit", words) if words else None


def _made_up(moment: Moment, said: Said) -> str:
    """Return a way in a Chinese sentence that the author does not have here, and that is said to lead on."""
    for start, end in made_up(moment, said):
        clause_start, clause_end = said.clause_at(start)
        before, after = said.bare[clause_start:start], said.bare[end:clause_end]
        leads = moment.lexicon.find("leading", said.bare[start:])
        if leads and not (is_unreal(moment, said.bare[clause_start:clause_end], before, after)):
            return said.spelled(start, end)
    return ""


def _elsewhere(moment: Moment, said: Said) -> str:
    """Return the name of a place to which a sentence brings the player, and which they are not in."""
    been = {state.place for state in (moment.turn.before, moment.turn.outcome.arrived, moment.after)}
    for came in moment.lexicon.pattern("coming_to").finditer(said.bare):
        named = next(moment.names.find(said.bare[came.end() : came.end() + 40], ""), None)
        rest = said.bare[came.end() :]
        if named is None or not _ARTICLE.fullmatch(rest[: named.start]) or not _are_places(moment, named.ids):
            continue
        spelled = rest[named.start : named.end]
        if not been.intersection(named.ids) and spelled not in moment.notes.text:
            return said.spelled(came.end() + named.start, came.end() + named.end)
    return ""


def _are_places(moment: Moment, ids: tuple[str, ...]) -> bool:
    return all(name in moment.world.places for name in ids)


def _leads(moment: Moment, said: Said, found: re.Match[str]) -> bool:
    """Return whether a way is said to be open or to lead somewhere: in English anywhere, in Chinese in what follows."""
    if moment.lexicon.is_spaced:
        return bool(moment.lexicon.find("leading", said.bare))
    start, _ = said.clause_at(found.start())
    return bool(moment.lexicon.find("leading", said.bare[start:].replace(found.group(), "", 1)))


def _is_written(moment: Moment, said: Said, found: re.Match[str]) -> bool:
    """Return whether the author has the very words."""
    return found.group() in moment.ground.text


def _is_here(moment: Moment, said: Said, found: re.Match[str]) -> bool:
    """Return whether the author has such a way here, which is not called another."""
    before = said.bare[max(0, found.start() - 30) : found.start()]
    another = moment.lexicon.find("another_way", before)
    if another and another not in moment.ground.text:
        return False
    word = found.group() if moment.lexicon.is_spaced else found.group()[-1]
    return moment.ground.has(word) or _leads_on(moment, said, found.end())


def _is_unreal(moment: Moment, said: Said, found: re.Match[str]) -> bool:
    start, end = said.clause_at(found.start())
    before, after = said.bare[start : found.start()], said.bare[found.end() : end]
    return is_unreal(moment, said.bare[start:end], before, after)


def _leads_on(moment: Moment, said: Said, start: int) -> bool:
    """Return whether what follows names a place that a way from here leads to."""
    _, end = said.clause_at(max(start - 1, 0))
    return any(not _is_far(moment, ids) for ids in _places(moment, said.bare[start:end]))


def _leads_astray(moment: Moment, said: Said, start: int) -> bool:
    """Return whether something leads to a place that no way from here leads to."""
    led = moment.lexicon.pattern("leading_to").search(said.bare, start)
    if led is None or moment.lexicon.find("denied", said.bare[: led.start()]):
        return False
    _, end = said.clause_at(led.start())
    return any(_is_far(moment, ids) for ids in _places(moment, said.bare[led.end() : end + 1]))


def _places(moment: Moment, text: str) -> Iterator[tuple[str, ...]]:
    for named in moment.names.find(text):
        if _are_places(moment, named.ids):
            yield named.ids


def _is_far(moment: Moment, ids: tuple[str, ...]) -> bool:
    return not any(name in moment.ways for name in ids)
