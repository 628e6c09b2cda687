"""Whether words that are no command known here are a command all the same, and nothing that is said to somebody.

Knows nothing of what is commanded. Only for scripts that part words by spaces.
"""

from __future__ import annotations

from game.story.lexicon import is_spaced
from game.story.understanding.framing import stages
from game.story.understanding.scope import Scope
from game.story.understanding.speech import asks
from game.story.understanding.tokens import Phrases, Tokens, phrases, spelled

_SPEAKING = ("ask", "talk", "discuss", "part", "want")
_HANDLED = ("articles", "possessive", "it", "this", "person", "them")
_NO_VERBS = ("small", "light", "fillers", "questions", "greetings", "ask", "put", "from", "with", "and", "all")


def is_imperative(scope: Scope, said: Tokens) -> bool:
    """Return whether words do something to something, and speak to nobody: "bang the book down on the bar"."""
    if not is_spaced(spelled(said)) or asks(scope, said) or _of(scope, "yourself", "oneself").held_by(said):
        return False
    return any(_commands(scope, stage) for stage in stages(scope.sentences, said))


def _commands(scope: Scope, said: Tokens) -> bool:
    """Return whether words begin with what may be a verb, and what it is done to."""
    if not _of(scope, *_HANDLED).at(said, 1):
        return False
    speaking = phrases(tuple(word for verb in _SPEAKING for word in scope.sentences.verbs[verb]))
    return not speaking.at(said, 0) and not _of(scope, *_NO_VERBS).at(said, 0) and said[:1] not in scope.names


def _of(scope: Scope, *kinds: str) -> Phrases:
    return phrases(tuple(word for kind in kinds for word in scope.sentences.particles[kind]))
