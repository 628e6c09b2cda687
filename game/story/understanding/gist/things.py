"""A thing by its gist: the one of which most of what stands around a verb is told.

Knows nothing of names that are said as they are, which are read first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.rules.actions import Action, Examine, Take
from game.rules.world import Person, Thing
from game.story.lexicon import is_spaced
from game.story.understanding.framing import stages
from game.story.understanding.gist.gathering import is_beyond, parts, senses_of
from game.story.understanding.gist.senses import Part
from game.story.understanding.gist.weighing import weigh
from game.story.understanding.reader import verbs_in
from game.story.understanding.readings import Reading
from game.story.understanding.scope import Scope, names_now
from game.story.understanding.tokens import Tokens, phrases, spelled, tokens

_MAKING: Mapping[str, type[Examine | Take]] = {"examine": Examine, "take": Take}
_EXPLAINED, _LEAD = 0.5, 0.2


def thing_by_gist(scope: Scope, said: Tokens) -> Reading:
    """Return the look at, or the taking of, the thing that words without spaces come to, if one leads well."""
    if not said or is_spaced(spelled(said)):
        return None
    *_, stage = stages(scope.sentences, said)
    verb, rest = next(((verb, rest) for verb, rest in verbs_in(scope, stage) if verb in _MAKING), ("", ()))
    typed = _core(scope, rest)
    if not verb or not typed or is_beyond(scope, typed) or _is_named(scope, typed):
        return None
    found = sorted(_weights(scope, verb, typed), key=lambda each: -each[0])
    lead = found[0][0] - (found[1][0] if len(found) > 1 else 0.0) if found else 0.0
    return found[0][1] if lead >= _LEAD and found[0][0] >= _EXPLAINED else None


def _core(scope: Scope, rest: Tokens) -> tuple[Part, ...]:
    slight = phrases(scope.sentences.particles["slight"])
    return tuple(part for part in parts(scope, rest) if part.said not in slight)


def _weights(scope: Scope, verb: str, typed: tuple[Part, ...]) -> Iterator[tuple[float, Action]]:
    """Yield how much of the words each thing explains that the verb can be done to."""
    for each in scope.near:
        action = _MAKING[verb](each.id)
        if scope.is_legal(action) and (verb != "take" or (isinstance(each, Thing) and each.portable)):
            yield _explained(scope, typed, each), action


def _explained(scope: Scope, typed: tuple[Part, ...], each: Thing | Person) -> float:
    told = tokens(each.look.read(scope.state) + each.here.read(scope.state))
    own = tuple(part for name in names_now(each) for part in parts(scope, tokens(name)))
    return weigh(typed, own, told=told).explained


def _is_named(scope: Scope, typed: tuple[Part, ...]) -> bool:
    """Return whether words hold the name of anything, here or not: then it is that which is meant, and no other."""
    return not senses_of(typed).isdisjoint({*scope.world.things, *scope.world.people})
