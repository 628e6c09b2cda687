"""Statements that are commands: "the cloak goes on the hook", "the boat comes with me", "both jars, please".

Knows nothing of verbs.
"""

from __future__ import annotations

from game.rules.actions import Put, Take
from game.story.understanding.nouns import read_nouns
from game.story.understanding.putting import put
from game.story.understanding.readings import Problem, Reading
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, phrases


def stated(scope: Scope, said: Tokens) -> Reading:
    """Return what a statement about a thing comes to: its putting or its taking; nothing where it is only a remark."""
    particles = scope.sentences.particles
    if phrases(particles["put"]).at(said, 0):
        return _inverted(scope, said)
    if phrases(particles["begging"]).held_by(scope.said) and (taken := _taken(scope, said)):
        return taken
    for start in range(1, len(said)):
        if length := phrases(particles["comes"]).at(said, start):
            return _taken(scope, said[:start]) if start + length == len(said) else None
        if length := phrases(particles["goes"]).at(said, start):
            reading = put(scope, said[:start] + said[start + length :])
            return None if isinstance(reading, Problem) else reading
    reading = put(scope, said)
    return reading if isinstance(reading, Put) and scope.is_legal(reading) else None


def _inverted(scope: Scope, said: Tokens) -> Reading:
    """Return the putting of a thing that is named last: "onto the peg with it"."""
    place = next(
        (place for place in range(1, len(said)) if phrases(scope.sentences.particles["with"]).at(said, place)), 0
    )
    reading = put(scope, said[place + 1 :] + said[:place]) if place else None
    return None if isinstance(reading, Problem) else reading


def _taken(scope: Scope, said: Tokens) -> Reading:
    phrase = read_nouns(scope, said, scope.names)
    if phrase.left or len(phrase.nouns) != 1 or phrase.nouns[0].ranked:
        return None
    light = [each for each in phrase.nouns[0].ids if each in scope.world.things and scope.world.things[each].portable]
    free = [Take(each) for each in light if scope.is_legal(Take(each))]
    return free[0] if len(free) == 1 else None
