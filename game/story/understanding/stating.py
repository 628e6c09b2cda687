"""Statements that are commands: "the cloak goes on the hook", "the boat comes with me", "both jars, please".

Knows nothing of verbs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.rules.actions import Action, Close, Douse, Handling, Light, Open, Put, Remove, Take, Wear
from game.story.lexicon import is_spaced
from game.story.understanding.nouns import read_nouns
from game.story.understanding.putting import put
from game.story.understanding.readings import Problem, Reading
from game.story.understanding.scope import Scope
from game.story.understanding.speech import asks
from game.story.understanding.tokens import Tokens, phrases, spelled

_LEAVING: Mapping[str, type[Handling]] = {
    "wear": Wear,
    "remove": Remove,
    "light": Light,
    "douse": Douse,
    "open": Open,
    "close": Close,
}
"""Deeds that leave a thing so that one word says how it is then: "off"."""


def stated(scope: Scope, said: Tokens) -> Reading:
    """Return what a statement about a thing comes to: its putting or its taking; nothing where it is only a remark."""
    if not is_spaced(spelled(said)):
        return None
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
    return reading if isinstance(reading, Put) and scope.is_legal(reading) else _come_to(scope, said)


def _come_to(scope: Scope, said: Tokens) -> Action | None:
    """Return the only deed that leaves a thing as words say it is to be: "hat off", "lamp out", "door shut"."""
    deeds = {
        deed for verb, make in _LEAVING.items() for deed in _left_so(scope, scope.sentences.verbs[verb], make, said)
    }
    return deeds.pop() if len(deeds) == 1 and not asks(scope, said) else None


def _left_so(scope: Scope, words: tuple[str, ...], make: type[Handling], said: Tokens) -> Iterator[Action]:
    for ending in phrases(words).endings:
        if said[-len(ending) :] == ending and len(ending) < len(said):
            phrase = read_nouns(scope, said[: -len(ending)], scope.names)
            noun = phrase.only if not phrase.left else None
            things = noun.ids if noun and not noun.ranked else ()
            yield from (make(each) for each in things if scope.is_legal(make(each)))


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
