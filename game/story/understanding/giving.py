"""Giving: which thing in hand, and to whom; what lacks is asked about.

Knows nothing of which words mean it.
"""

from __future__ import annotations

from game.rules.actions import Give
from game.story.understanding.describing import told
from game.story.understanding.framing import stages
from game.story.understanding.nouns import Noun, NounPhrase, read_nouns
from game.story.understanding.readings import (
    Problem,
    Reading,
    carried_of,
    fitting,
    missing,
    not_held,
    not_here,
    what_to,
    which_of,
)
from game.story.understanding.scope import Scope
from game.story.understanding.speech import asks
from game.story.understanding.tokens import Tokens, phrases


def offered(scope: Scope, said: Tokens) -> Reading:
    """Return the giving of the only thing in hand that words say is for whom they are said to: "some jam for you"."""
    if not any(_is_offer(scope, stage) for stage in stages(scope.sentences, said)):
        return None
    nouns = read_nouns(scope, said, scope.names).nouns
    held = {each for noun in nouns if not noun.ranked for each in carried_of(scope, noun)}
    if len(held) != 1 or len(scope.people) != 1:
        return None
    return Give(held.pop(), scope.people[0].id)


def _is_offer(scope: Scope, said: Tokens) -> bool:
    particles = scope.sentences.particles
    yours = phrases(particles["yours"])
    for_you = yours.held_by(said) and (phrases(particles["offering"]).at(said, 0) or yours.at_end(said))
    return bool(for_you or phrases(particles["presenting"]).at(said, 0)) and not asks(scope, said)


def bring(scope: Scope, said: Tokens) -> Reading:
    """Return the giving of a thing by a verb that means other deeds too: both are named, or nothing is meant."""
    reading = give(scope, said)
    return None if isinstance(reading, Problem) else reading


def give(scope: Scope, said: Tokens) -> Reading:
    """Return the giving of a thing in hand to somebody here, or the question what, or to whom."""
    if phrases(scope.sentences.particles["showing"]).held_by(scope.said):
        return None
    phrase = told(scope, read_nouns(scope, said, scope.names))
    people = [noun for noun in phrase.nouns if _people_of(scope, noun) and noun.joined in ("", "give")]
    things = [noun for noun in phrase.nouns if noun not in people]
    if phrase.left or len(people) > 1 or len(things) > 1:
        return _not_given(scope, said, phrase, people, things)
    if not people or not things:
        return _given_halfway(scope, people, things)
    if not things[0].ids:
        return what_to(scope, "give")
    ids = _people_of(scope, people[0])
    if len(ids) > 1 and not people[0].ranked:
        return which_of(scope, ids)
    held = Noun(carried_of(scope, things[0]), things[0].said, ranked=things[0].ranked)
    return fitting(scope, held, lambda thing: Give(thing, ids[0])) or not_held(scope, things[0])


def _people_of(scope: Scope, noun: Noun) -> tuple[str, ...]:
    return tuple(each for each in noun.ids if each in scope.world.people)


def _not_given(
    scope: Scope, said: Tokens, phrase: NounPhrase, people: list[Noun], things: list[Noun]
) -> Problem | None:
    halfway = bool(people) != bool(things) and phrase.left
    return not_here(scope, phrase.left) if halfway else missing(scope, phrase.left)


def _given_halfway(scope: Scope, people: list[Noun], things: list[Noun]) -> Reading:
    if people:
        return what_to(scope, "give")
    if not things or not things[0].ids:
        return what_to(scope, "give")
    held = carried_of(scope, things[0])
    if not held:
        return not_held(scope, things[0])
    if len(scope.people) == 1 and phrases(scope.sentences.particles["yours"]).held_by(scope.said):
        return Give(held[0], scope.people[0].id)
    return Problem(scope.sentences.say("to_whom", thing=scope.world.things[held[0]].name), asks=True)
