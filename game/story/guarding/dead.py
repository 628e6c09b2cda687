"""The dead do nothing: who is called dead, and what lies here with somebody's name, is told of as a thing is.

Knows nothing of the living, nor of what is remembered of anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.story.guarding.acting import acts
from game.story.guarding.moment import Moment
from game.story.guarding.names import Named
from game.story.guarding.said import Said
from game.story.guarding.stems import stem, words_of
from game.story.guarding.verbs import is_noun_after, is_present

_CALLED_DEAD = re.compile(
    r"\b(?:the|a|that|this|his|her)\s+(?:(?:dead|drowned|hanged|murdered|buried)\s+[\w'-]+|corpse|skeleton|dead)\b"
)


def stirring(moment: Moment, said: Said) -> str:
    """Return what an English scene calls somebody who is dead and does something here, or nothing."""
    for start, end in (*_called_dead(said), *_bodies(moment, said)):
        if acts(said, start, end) and _does_as_the_living(moment, said, end):
            return said.spelled(start, end)
    return ""


def _called_dead(said: Said) -> Iterator[tuple[int, int]]:
    yield from (found.span() for found in _CALLED_DEAD.finditer(said.bare))


def _bodies(moment: Moment, said: Said) -> Iterator[tuple[int, int]]:
    """Yield the names of things that are called what people are called."""
    for each in moment.names.find(said.bare, said.text):
        is_called = said.text[each.start].isupper() and each.start > 0  # a bell may be "the Widow"
        if not is_called and _is_body(moment, each):
            yield each.start, each.end


def _is_body(moment: Moment, named: Named) -> bool:
    things = moment.world.things
    if not all(name in things and name in moment.things for name in named.ids):
        return False
    spelled = (name for thing in named.ids for name in (things[thing].name, *things[thing].aliases))
    return any(moment.lexicon.begins("strangers", name) for name in spelled)


def _does_as_the_living(moment: Moment, said: Said, end: int) -> bool:
    """Return whether the first verb of now after a name is one for what only the living do."""
    words = words_of(said.bare[end : said.clause_at(end - 1)[1]])
    pairs = zip(["", *words], words, strict=False)
    verb = next((word for before, word in pairs if is_present(moment.lexicon, word) and not is_noun_after(before)), "")
    return moment.lexicon.has("living", stem(verb))
