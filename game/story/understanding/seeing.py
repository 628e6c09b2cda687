"""Questions about a thing that a closer look answers: "what is that cradle?".

Knows nothing of people, who are asked first.
"""

from __future__ import annotations

from game.rules.actions import Examine
from game.story.understanding.describing import described
from game.story.understanding.framing import stages
from game.story.understanding.modifying import bare
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
            phrase = read_nouns(scope, bare(scope, rest), scope.names)
            noun = described(scope, phrase) if phrase.nouns else None
            if noun:
                return fitting(scope, noun, Examine)
    return None
