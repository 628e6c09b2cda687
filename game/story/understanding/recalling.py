"""Doing the same again: the last action of the path, if it can still be done.

Knows nothing of other words.
"""

from __future__ import annotations

from game.story.understanding.framing import stages
from game.story.understanding.readings import Problem, Reading
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, phrases


def again(scope: Scope, said: Tokens) -> Reading:
    """Return the last action, for words that ask for it once more; or that it cannot be done now."""
    known = phrases(scope.sentences.particles["again"])
    if not any(stage in known for stage in stages(scope.sentences, said)):
        return None
    if scope.recent and scope.is_legal(scope.recent[-1]):
        return scope.recent[-1]
    return Problem(scope.sentences.say("not_now"))
