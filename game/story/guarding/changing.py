"""What changes something in a clause: an English verb that the author has not, a Chinese one with what came of it.

Knows nothing of what was tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from game.story.guarding.lexicon import lexicon_of
from game.story.guarding.moment import Moment
from game.story.guarding.stems import stem, words_of
from game.story.guarding.verbs import is_noun_after, is_present


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
    words = words_of(clause)
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        base = stem(word)
        is_verb = is_present(moment.lexicon, word) and not is_noun_after(before) and moment.lexicon.has("telling", base)
        is_falling = "down" in moment.notes.stems and moment.lexicon.has("falling", base)
        is_so = is_verb or (
            word in ("is", "are") and after.endswith("ed") and moment.lexicon.has("telling", stem(after))
        )
        base = base if is_verb else stem(after)
        if is_so and not (base in moment.ground.stems or is_falling or after in ("round", "around", "about")):
            yield word


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a verb that came to something, and one that came to nothing: "推开了", and "推不开"."""
    phrases = lexicon_of(language).phrases
    verbs, ends = phrases["changing"].pattern, phrases["complements"].pattern
    return re.compile(f"{verbs}{ends}(?:了|来|去|的)?"), re.compile(
        f"{verbs}不{ends}|(?:没有|没|不肯|不愿|不让){verbs}"
    )
