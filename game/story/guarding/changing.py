"""What changes something in a clause: an English verb that the author has not, a Chinese one with what came of it.

Knows nothing of what was tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from game.story.guarding.acting import is_present
from game.story.guarding.lexicon import lexicon_of
from game.story.guarding.moment import Moment
from game.story.guarding.stems import stem, words_of


def changes_in(moment: Moment, clause: str) -> Iterator[str]:
    """Yield the verbs by which a folded clause changes something otherwise than the author does."""
    if moment.lexicon.is_spaced:
        yield from _new_verbs(moment, clause)
        return
    done, failed = _patterns(moment.lexicon.language)
    for found in (done if moment.is_refused else failed).finditer(clause):
        is_so = not moment.is_refused or not moment.lexicon.find("denied", clause[: found.end()])
        if is_so and found.group() not in moment.notes.text and found.group() not in moment.ground.text:
            yield found.group()


def _new_verbs(moment: Moment, clause: str) -> Iterator[str]:
    for word in words_of(clause):
        base = stem(word)
        if is_present(moment.lexicon, word) and moment.lexicon.has("telling", base) and base not in moment.ground.stems:
            yield word


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a verb that came to something, and one that came to nothing: "推开了", and "推不开"."""
    phrases = lexicon_of(language).phrases
    verbs, ends = phrases["changing"].pattern, phrases["complements"].pattern
    return re.compile(f"{verbs}{ends}(?:了|来|去|的)?"), re.compile(
        f"{verbs}不{ends}|(?:没有|没|不肯|不愿|不让){verbs}"
    )
