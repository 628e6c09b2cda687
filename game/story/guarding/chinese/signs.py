"""By what signs a Chinese sentence tells a turn otherwise than it came out: which forms and phrases, and of whom.

Knows nothing of sentences that are to be judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.rules.events import Chosen, Dropped, Examined, Given, Handled, Talked
from game.rules.state import NOWHERE
from game.story.guarding.chinese import forms
from game.story.guarding.chinese.matters import Matter
from game.story.guarding.lexicon import Lexicon
from game.story.guarding.phrases import NEVER

if TYPE_CHECKING:
    from game.story.guarding.moment import Moment

ByWhom = Literal["you", "deed", "anybody", "anything", "thing", "nobody"]
"""Whose doing it must be to count: yours or of what was tried; of an unknown thing too; of a person; of any thing here;
of the very thing of the turn; or nobody's, where something lies as it lay."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What finds that a turn came out otherwise, where it is told of the right one."""

    by_whom: ByWhom
    pattern: re.Pattern[str]


def signs_of(moment: Moment) -> Iterator[Sign]:
    """Yield the signs that a turn came out otherwise, by what kind of turn it was."""
    matter, lexicon = moment.reading.matter, moment.lexicon
    if matter.verb:
        yield from _successes(lexicon, matter)
    elif matter.is_done:
        yield from _failures(moment, matter)
    elif _has(moment, Examined):
        yield Sign("deed", lexicon.pattern("unseen"))
        yield Sign("deed", _unless_told(moment, forms.BROKE))
    if _has(moment, Chosen, Talked, Given):
        yield Sign("anybody", lexicon.pattern("weighty"))
    if matter.is_done and _has(moment, Chosen, Given):
        yield Sign("anybody", lexicon.pattern("unheeding"))


def _has(moment: Moment, *kinds: type) -> bool:
    return any(isinstance(event, kinds) for event in moment.events)


def _successes(lexicon: Lexicon, matter: Matter) -> Iterator[Sign]:
    """Yield the signs that something came of a refused deed."""
    yield Sign("you", forms.done(lexicon.language))
    yield Sign("you", lexicon.pattern("done"))
    yield Sign("you", forms.AT_ONCE)
    yield Sign("anybody", lexicon.pattern(f"done_{matter.verb}"))
    if matter.is_going:
        yield Sign("you", forms.gone(lexicon.language))
        yield Sign("you", forms.entered(matter.names))
    if matter.verb == "take":
        yield Sign("deed", forms.got(lexicon.language))


def _failures(moment: Moment, matter: Matter) -> Iterator[Sign]:
    """Yield the signs that nothing came of a deed, or that it went wrong."""
    yield Sign("you", forms.HOWEVER)
    yield Sign("deed", forms.cannot(moment.lexicon.language))
    yield Sign("you", moment.lexicon.pattern("stopped" if matter.is_going else "unchanged"))
    yield Sign("anybody", moment.lexicon.pattern("barring"))
    if not moment.has_moved:
        yield from _of_staying(moment, matter)
    if not matter.is_going:
        yield from _of_things(moment, matter)
    yield from _of_people(moment, matter)


def _of_staying(moment: Moment, matter: Matter) -> Iterator[Sign]:
    """Yield the signs that somebody who went nowhere did nothing, or that it broke or slipped."""
    yield Sign("you", forms.refusing(moment.lexicon.language))
    yield Sign("you", moment.lexicon.pattern("failed"))
    yield Sign("anybody", forms.GAVE_UP)
    yield Sign("thing", forms.STUCK)
    yield Sign("anything", forms.THE_SAME)
    yield Sign("you", forms.attempted(moment.lexicon.language))
    if matter.things:
        yield Sign("thing", _unless_told(moment, forms.BROKE))
        yield Sign("thing", _unless_told(moment, forms.LET_GO))


def _of_things(moment: Moment, matter: Matter) -> Iterator[Sign]:
    """Yield the signs that things came to harm, or are where they were."""
    lexicon = moment.lexicon
    if not lexicon.find("so_harmed", moment.notes.text):
        yield Sign("anything", lexicon.pattern("accidents"))
    yield Sign("anybody", forms.LOST)
    yield Sign("anybody", forms.thrown(lexicon.language))
    if lexicon.find("listening", moment.asked.text):
        yield Sign("anything", lexicon.pattern("unheard"))
    if _has(moment, Dropped, Handled):
        yield Sign("you", lexicon.pattern("back_on_you"))
    if matter.things:
        yield Sign("nobody", forms.remaining(lexicon.language))


def _of_people(moment: Moment, matter: Matter) -> Iterator[Sign]:
    """Yield the signs that somebody would not have it."""
    if matter.is_with_somebody:
        yield Sign("anybody", moment.lexicon.pattern("returned"))
    if matter.is_with_somebody or moment.people:
        yield Sign("anybody", forms.NOT_FOR_YOU)
    if moment.people and _has(moment, Chosen, Given):
        yield Sign("anybody", forms.SAID_NO)
        yield Sign("anybody", moment.lexicon.pattern("unchanged"))


def _unless_told(moment: Moment, pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Return a pattern, or one that finds nothing where the author tells of such a thing in this turn."""
    after, before = moment.after, moment.turn.before
    is_used_up = any(after.holder(each) == NOWHERE != before.holder(each) for each in moment.reading.matter.things)
    return NEVER if is_used_up or pattern.search(moment.notes.text) else pattern
