"""No way leads anywhere that the author has not made, and none is open or taken that is closed.

Knows nothing of what else is here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.things import is_unreal
from game.story.guarding.verdict import Verdict


def unmade(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on the first way that is not the author's, or leads where none does."""
    for found in moment.lexicon.phrases["ways"].finditer(said.bare):
        if _is_unreal(moment, said, found):
            continue
        before = said.bare[max(0, found.start() - 30) : found.start()]
        if _is_another(moment, before, said.bare[found.start() : found.end() + 4]) or not moment.ground.has(found.group()):
            if _leads(moment, said, found):
                return Verdict("exit", said.spelled(*found.span()))
        elif not said.speaker and _leads_astray(moment, said, found.start()):
            return Verdict("exit", said.spelled(*found.span()))
    return _directed(moment, said) if said.speaker else None


def _is_unreal(moment: Moment, said: Said, found: re.Match[str]) -> bool:
    start, end = said.clause_at(found.start())
    before, after = said.bare[start : found.start()], said.bare[found.end() : end]
    return is_unreal(moment, said.bare[start:end], before, after)


def _is_another(moment: Moment, before: str, way: str) -> bool:
    """Return whether a way is called a second or hidden one, and the author says nothing like it."""
    another = moment.lexicon.find("another_way", before)
    return bool(another) and another not in moment.ground.text


def _leads(moment: Moment, said: Said, found: re.Match[str]) -> bool:
    """Return whether a sentence has a way lead somewhere or be open."""
    return bool(moment.lexicon.find("leading", said.bare))


def _leads_astray(moment: Moment, said: Said, start: int) -> bool:
    """Return whether a way that is here leads to a place that no way from here leads to."""
    led = moment.lexicon.phrases["leading_to"].search(said.bare, start)
    if led is None:
        return False
    _, end = said.clause_at(led.start())
    return any(_is_far(moment, ids) for ids in _places(moment, said.bare[led.end() : end + 1]))


def _directed(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a speaker who names a way to a place that no way from here leads to."""
    return None


def _places(moment: Moment, text: str) -> Iterator[tuple[str, ...]]:
    for named in moment.names.find(text):
        if all(name in moment.world.places for name in named.ids):
            yield named.ids


def _is_far(moment: Moment, ids: tuple[str, ...]) -> bool:
    return not any(name in moment.ways for name in ids)
