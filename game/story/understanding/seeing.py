"""Questions about a thing that a closer look answers: "what is that cradle?".

Knows nothing of people, who are asked first.
"""

from __future__ import annotations

from game.rules.actions import Examine, Look
from game.story.lexicon import is_spaced
from game.story.understanding.describing import described
from game.story.understanding.framing import stages
from game.story.understanding.modifying import bare
from game.story.understanding.nouns import Noun, read_nouns
from game.story.understanding.pieces import NAMING, SMALL, Meaning
from game.story.understanding.readings import Reading, fitting
from game.story.understanding.scope import Scope
from game.story.understanding.speech import asks
from game.story.understanding.surroundings import names_surroundings
from game.story.understanding.tokens import Tokens, phrases, spelled, tokens

_LONGEST = 8


def look_that_answers(scope: Scope, said: Tokens) -> Reading:
    """Return a closer look at the only thing that such a question names."""
    seeing = phrases(scope.sentences.particles["seeing"])
    for stage in stages(scope.sentences, said):
        if not asks(scope, stage):
            continue
        if _asks_around(scope, stage):
            return Look()
        for _, rest in seeing.within(stage):
            phrase = read_nouns(scope, bare(scope, rest), scope.names)
            noun = described(scope, phrase) if phrase.nouns else None
            if noun:
                return fitting(scope, noun, Examine)
        if place := _asked_of(scope, stage):
            return fitting(scope, place, Examine)
    return _asked_of_a_thing(scope, said)


def _asks_around(scope: Scope, said: Tokens) -> bool:
    """Return whether words without spaces ask what there is here: 周围都有些什么东西."""
    listing = {tokens(word): Meaning(SMALL) for word in scope.sentences.particles["listing"]}
    return not is_spaced(spelled(said)) and names_surroundings(scope, said, listing)


def _asked_of(scope: Scope, said: Tokens) -> Noun | None:
    """Return what words without spaces begin with that ask what is in, on or behind it: 盆里游的是什么."""
    within = phrases(scope.sentences.particles["within"])
    for length in range(min(_LONGEST, len(said)), 0, -1):
        meaning = scope.names.get(said[:length])
        if meaning is not None and meaning.kind in NAMING and not is_spaced(spelled(said[:length])):
            return Noun(tuple(sorted(meaning.ids)), spelled(said[:length])) if within.at(said, length) else None
    return None


def _asked_of_a_thing(scope: Scope, said: Tokens) -> Reading:
    """Return a closer look at the only thing that a question is about, whatever it asks of it."""
    inquiring = phrases(scope.sentences.particles["inquiring"])
    if phrases(scope.sentences.particles["doubting"]).at(said, 0):
        return None
    for stage in stages(scope.sentences, said):
        for start in (0, len(stage) - 3, len(stage) - 2):
            length = inquiring.at(stage, start) if start >= 0 else 0
            rest = stage[length:] if start == 0 else stage[:start]
            nouns = read_nouns(scope, rest, scope.names).nouns if length else ()
            if len({noun.ids for noun in nouns if not noun.ranked}) == 1 and {*nouns[0].ids} < {*scope.world.things}:
                return fitting(scope, nouns[0], Examine)
    return None
