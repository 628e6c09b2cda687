"""Words that say less than a verb does: using a thing, alone or on another, and wanting to have one.

Knows nothing of which words mean it.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.rules.actions import Action, Light, Lock, Open, Take, Unlock, Wear
from game.story.understanding.nouns import Noun, read_nouns
from game.story.understanding.readings import Reading, which_of
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens


def use(scope: Scope, said: Tokens) -> Reading:
    """Return what a thing is there for: its key's turning, or what can be done with it alone; nothing where unclear."""
    phrase = read_nouns(scope, said, scope.names)
    if phrase.left:
        return None
    match phrase.nouns:
        case (one,):
            deeds = [*_alone(scope, one), *_turned(scope, one)]
        case (one, other):
            deeds = [*_with_key(scope, one, other), *_with_key(scope, other, one)]
        case _:
            deeds = []
    return deeds[0] if len({*deeds}) == 1 else None


def _alone(scope: Scope, noun: Noun) -> Iterator[Action]:
    """Yield the one thing that using each of its ids can come to: to light, to wear or to open it."""
    for each in noun.ids:
        first = next((deed for deed in (Light(each), Wear(each), Open(each)) if scope.is_legal(deed)), None)
        if first:
            yield first


def _turned(scope: Scope, key: Noun) -> Iterator[Action]:
    """Yield what a key unlocks here."""
    yield from (Unlock(each.id) for each in scope.near if each.id in scope.world.things and _fits(scope, key, each.id))


def _fits(scope: Scope, key: Noun, thing: str) -> bool:
    return scope.world.things[thing].key in key.ids and scope.is_legal(Unlock(thing))


def _with_key(scope: Scope, key: Noun, thing: Noun) -> Iterator[Action]:
    """Yield what a key does to a thing that it fits: it unlocks it, or locks it where that is not locked."""
    for each in thing.ids:
        if each in scope.world.things and scope.world.things[each].key in key.ids:
            deed = next((deed for deed in (Unlock(each), Lock(each)) if scope.is_legal(deed)), None)
            if deed:
                yield deed


def want(scope: Scope, said: Tokens) -> Reading:
    """Return the taking of what is asked for, where it lies here to be taken."""
    phrase = read_nouns(scope, said, scope.names)
    if phrase.left or len(phrase.nouns) != 1 or phrase.nouns[0].joined:
        return None
    light = [each for each in phrase.nouns[0].ids if each in scope.world.things and scope.world.things[each].portable]
    free = [each for each in light if scope.is_legal(Take(each))]
    if len(free) > 1 and not phrase.nouns[0].ranked:
        return which_of(scope, free)
    return Take(free[0]) if free else None
