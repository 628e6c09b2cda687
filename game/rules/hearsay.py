"""What people tell one another while the player is elsewhere: who passes what on, when, and what they say of it later.

Knows nothing of how it is told. Nothing is drawn: as time passes, each of those who are together with one who knows a
thing, and to whom it is passed on, hears it. So it goes from one to the next as they meet, and each hears a thing once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.rules.draws import Draws
from game.rules.effects import Step
from game.rules.events import Heard
from game.rules.state import NOWHERE, State
from game.rules.texts import holds
from game.rules.views import known_now
from game.rules.world import Knowledge, Person, Tells, World


class Hearsay(NamedTuple):
    """Something that a person has heard, from whom, and as whom it was told to."""

    knowledge: Knowledge
    teller: str
    tells: Tells


def pass_on(world: World, state: State, draws: Draws) -> Step:
    """Return the state once those who are together away from the player have told each other what they pass on."""
    events = tuple(_passed(world, state))
    heard = {_key(each.person, each.knowledge): each.teller for each in events}
    return (state.but(heard={**state.heard, **heard}), events) if events else (state, ())


def heard_by(world: World, state: State, person: Person) -> Iterator[Hearsay]:
    """Yield what a person has heard and would say now; nothing that they would tell of themselves."""
    for knowledge in world.passed_on if state.heard else ():
        teller = state.heard.get(_key(person.id, knowledge.id), "")
        mine = (each for each in knowledge.tells if each.to == person.id)
        told = next((each for each in mine if not each.say or each.say.read(state)), None)
        if teller and told:
            yield Hearsay(knowledge, teller, told)


def hearsay_of(world: World, state: State, person: Person, topic: str) -> Hearsay | None:
    """Return what a person has heard of a topic; None of one that they know of themselves."""
    return next((each for each in heard_by(world, state, person) if each.knowledge.id == topic), None)


def topics_of(world: World, state: State, person: Person) -> tuple[Knowledge, ...]:
    """Return what a person can be asked about now: what they would tell of themselves, and what they have heard."""
    return (*known_now(person, state), *(each.knowledge for each in heard_by(world, state, person)))


def _passed(world: World, state: State) -> Iterator[Heard]:
    """Yield who hears what from whom now, judged by who knew it before."""
    for knowledge in world.passed_on:
        for person in dict.fromkeys(each.to for each in knowledge.tells if holds(each.when, state)):
            is_known = person == knowledge.person or _key(person, knowledge.id) in state.heard
            if not is_known and (teller := _teller(state, knowledge, person)):
                yield Heard(person, knowledge.id, teller)


def _teller(state: State, knowledge: Knowledge, person: str) -> str:
    """Return who passes it on to a person: the first of those who know it and are with them, away from the player."""
    where = state.where[person]
    if where in (NOWHERE, state.place):
        return ""
    knowing = (each.to for each in knowledge.tells if _key(each.to, knowledge.id) in state.heard)
    return next((each for each in (knowledge.person, *knowing) if state.where[each] == where), "")


def _key(person: str, knowledge: str) -> str:
    return f"{person} {knowledge}"
