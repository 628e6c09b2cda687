"""Verbs of people: talking, taking up what they are open to, taking leave, and giving."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from game.rules.actions import Give, Part, Talk, format_action
from game.rules.draws import Draws
from game.rules.effects import Step, apply_effects
from game.rules.events import Agreed, Given, Parted, Refused, Revealed, Talked
from game.rules.hearsay import topics_of
from game.rules.sight import Reach, in_talk, talking_to
from game.rules.state import YOU, State
from game.rules.verbs.things import put
from game.rules.views import acceptance, open_offers
from game.rules.world import World


class Talking:
    """Speak to a person: about anything, to take up an offer, or about one thing they would tell now, or have heard.

    What is told is revealed for ever.
    """

    takes_time: ClassVar[bool] = True

    def legal(self, world: World, state: State, reach: Reach) -> Iterator[Talk]:
        for person in reach.people:
            yield Talk(person.id)
            yield from (Talk(person.id, offer=each.id) for each in open_offers(person, state))
            yield from (Talk(person.id, known.id) for known in topics_of(world, state, person))

    def apply(self, world: World, state: State, action: Talk, draws: Draws) -> Step:
        number = state.talks.get(action.person, 0)
        state = state.with_mark("met", action.person, talks={**state.talks, action.person: number + 1})
        state = in_talk(state, action.person)
        if action.offer:
            state, events = apply_effects(
                world.proposals[action.offer].do, state.with_mark("agreed", action.offer), draws
            )
            return state, (Agreed(action.person, action.offer, action.words), *events)
        talked = Talked(action.person, action.topic, action.words, number)
        if action.topic in ("", YOU) or state.is_marked("revealed", action.topic):
            return state, (talked,)
        state = state.with_mark("revealed", action.topic)
        state, events = apply_effects(world.knowledge[action.topic].do, state, draws)
        return state, (talked, Revealed(action.topic), *events)


class Parting:
    """Take leave of the person one talks with."""

    takes_time: ClassVar[bool] = False

    def legal(self, world: World, state: State, reach: Reach) -> Iterator[Part]:
        if person := talking_to(world, state):
            yield Part(person.id)

    def apply(self, world: World, state: State, action: Part, draws: Draws) -> Step:
        return in_talk(state, ""), (Parted(action.person),)


class Giving:
    """Give a carried thing to a person, who may not want it."""

    takes_time: ClassVar[bool] = True

    def legal(self, world: World, state: State, reach: Reach) -> Iterator[Give]:
        return (Give(thing.id, person.id) for thing in reach.carried for person in reach.people)

    def apply(self, world: World, state: State, action: Give, draws: Draws) -> Step:
        accepted = acceptance(world.people[action.person], action.thing, state)
        if accepted is None:
            return state, (Refused(format_action(action), "not_wanted"),)
        given = put(state, action.thing, action.person)
        given, events = apply_effects(accepted.do, given, draws)
        return given, (Given(action.thing, action.person), *events)
