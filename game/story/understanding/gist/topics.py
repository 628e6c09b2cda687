"""A topic by its gist: the one of which most of a question is told, or whose name means what the question names.

Knows nothing of commands, nor of what was asked before.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.actions import Talk
from game.rules.views import known_now
from game.rules.world import Knowledge, Person
from game.story.lexicon import is_spaced
from game.story.understanding.gist.gathering import is_beyond, kinds, parts, senses_of
from game.story.understanding.gist.senses import Part
from game.story.understanding.gist.weighing import Weight, weigh
from game.story.understanding.readings import Reading
from game.story.understanding.scope import Scope, names_now
from game.story.understanding.speech import asks
from game.story.understanding.tokens import Tokens, phrases, spelled, tokens

_NAMED, _TOLD, _LEAD = 0.6, 0.5, 0.2


def asked_by_gist(scope: Scope, said: Tokens) -> Reading:
    """Return speech about the topic that a question without spaces comes to, to the only one who knows of it."""
    return topic_by_gist(scope, said, scope.people) if asks(scope, said) else None


def topic_by_gist(scope: Scope, said: Tokens, people: Iterable[Person]) -> Talk | None:
    """Return speech about the topic that words without spaces come to, if one leads well before all others."""
    if is_spaced(spelled(said)):
        return None
    typed = _core(scope, parts(scope, said))
    if not typed or is_beyond(scope, typed):
        return None
    known = [(each.id, topic) for each in people for topic in known_now(each, scope.state)]
    found = sorted(((_weight(scope, typed, topic), who, topic.id) for who, topic in known), reverse=True)
    lead = found[0][0] - (found[1][0] if len(found) > 1 else 0.0) if found else 0.0
    return Talk(found[0][1], found[0][2], scope.words) if lead >= _LEAD else None


def _core(scope: Scope, said: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return what a question is about: not who is asked, nor that and how it is asked."""
    called = (parts(scope, tokens(name)) for each in scope.people for name in names_now(each))
    frame = kinds(scope, "speaking") | kinds(scope, "wonders") | {sense for each in called for sense in senses_of(each)}
    slight = phrases(scope.sentences.particles["slight"])
    return tuple(part for part in said if part.said not in slight and not (part.senses and part.senses & frame))


def _weight(scope: Scope, typed: tuple[Part, ...], topic: Knowledge) -> float:
    told = tokens(topic.text.read(scope.state) + topic.say.read(scope.state))
    weights = [weigh(typed, parts(scope, tokens(name)), told=told) for name in (topic.topic, *topic.keys)]
    best = max(weights, key=lambda each: each.both)
    return best.both if _is_enough(best, senses_of(typed) & senses_of(parts(scope, tokens(topic.topic)))) else 0.0


def _is_enough(weight: Weight, same: frozenset[str]) -> bool:
    return (bool(same) and weight.held >= _NAMED) or weight.explained >= _TOLD
