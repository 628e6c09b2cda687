"""Questions about a thing that a closer look answers: "what is that cradle?".

Knows nothing of people, who are asked first.
"""

from __future__ import annotations

from game.rules.actions import Examine
from game.story.understanding.describing import described
from game.story.understanding.framing import stages
from game.story.understanding.nouns import read_nouns
from game.story.understanding.readings import Reading, fitting
from game.story.understanding.scope import Scope
from game.story.understanding.speech import asks
from game.story.understanding.tokens import Tokens, phrases


def look_that_answers(scope: Scope, said: Tokens) -> Reading:
    """Return a closer look at the only thing that such a question names."""
    seeing = phrases(scope.sentences.particles["seeing"])
    for stage in stages(scope.sentences, said):
        if not asks(scope, stage):
            continue
        for _, rest in seeing.within(stage):
            phrase = read_nouns(scope, rest, scope.names)
            noun = described(scope, phrase) if phrase.nouns else None
            if noun:
                return fitting(scope, noun, Examine)
    return _asked_of_a_thing(scope, said)


def _asked_of_a_thing(scope: Scope, said: Tokens) -> Reading:
    """Return a closer look at the only thing that a question is about, whatever it asks of it."""
    inquiring = phrases(scope.sentences.particles["inquiring"])
    for stage in stages(scope.sentences, said):
        for start in (0, len(stage) - 3, len(stage) - 2):
            length = inquiring.at(stage, start) if start >= 0 else 0
            rest = stage[length:] if start == 0 else stage[:start]
            nouns = read_nouns(scope, rest, scope.names).nouns if length else ()
            if len({noun.ids for noun in nouns if not noun.ranked}) == 1 and {*nouns[0].ids} < {*scope.world.things}:
                return fitting(scope, nouns[0], Examine)
    return None
