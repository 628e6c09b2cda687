"""Ways that words name and nothing else, whatever they say of why: "I'll see what's going on in the customs house".

Knows nothing of verbs of going, which are read first. Only for scripts that part words by spaces.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.rules.actions import Go
from game.story.lexicon import is_spaced
from game.story.understanding.going import named_way
from game.story.understanding.nouns import read_nouns
from game.story.understanding.readings import Reading
from game.story.understanding.scope import Scope
from game.story.understanding.speech import asks
from game.story.understanding.tokens import Phrases, Tokens, find, phrases, spelled, tokens

_LIGHT = ("light", "small", "lead", "ways")
_SEEING = ("go", "look", "examine", "want")
"""Verbs whose words say no more, before the name of a place, than that one goes there."""


def heading(scope: Scope, said: Tokens) -> Reading:
    """Return the step to the only place that words name after "in", "to" and the like, where they do nothing to it."""
    if not is_spaced(spelled(said)) or asks(scope, said) or read_nouns(scope, said, scope.names).nouns:
        return None
    way = named_way(scope, said)
    return Go(way) if way and any(_leads(scope, said[:place]) for place in _places(scope, said, way)) else None


def _places(scope: Scope, said: Tokens, way: str) -> Iterator[int]:
    """Yield where the names of a way and of its place begin in words."""
    for each in scope.exits:
        place = scope.world.places[each.to]
        for name in (each.name, place.name, *place.aliases) if each.direction == way else ():
            bare = tuple(token for token in tokens(name) if token not in scope.ignoring)
            if bare and (found := find(said, bare)) > 0:
                yield found


def _leads(scope: Scope, before: Tokens) -> bool:
    """Return whether words before a name join it to nothing more than that one goes and sees."""
    articles = _of(scope, "articles").at_end(before)
    joined = before[: len(before) - articles]
    particles, verbs = scope.sentences.particles, scope.sentences.verbs
    texts = (*(particles[kind] for kind in _LIGHT), *(verbs[verb] for verb in _SEEING))
    light = {token for words in texts for text in words for token in tokens(text)}
    return _of(scope, "put", "give", "at").at_end(joined) > 0 and light >= {*joined}


def _of(scope: Scope, *kinds: str) -> Phrases:
    return phrases(tuple(word for kind in kinds for word in scope.sentences.particles[kind]))
