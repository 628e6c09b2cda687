"""What each legal action is about: the names a player may call it by, and what the author tells of it.

Knows nothing of what a player typed, nor of models. What is told of an action is compared with words and never shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.rules.actions import Action, Choose, Go, Talk
from game.rules.state import State
from game.rules.views import place_of
from game.rules.world import World

Sort = Literal["thing", "person", "topic", "way", "choice"]


@dataclass(frozen=True, slots=True)
class Subject:
    """One of the things an action names. names are what it may be called, told is what the author says of it."""

    sort: Sort
    names: tuple[str, ...]
    told: str


def subjects_of(world: World, state: State, action: Action) -> tuple[Subject, ...]:
    """Return what an action is about: nothing for those that name nothing."""
    match action:
        case Choose(choice):
            chosen = world.choices[choice]
            return (Subject("choice", (chosen.text,), chosen.tell.read(state)),)
        case Go(direction):
            return (_way(world, state, direction),)
        case Talk(person, topic) if topic:
            known = world.knowledge[topic]
            return _named(world, state, person), Subject("topic", (known.topic, *known.keys), known.say.read(state))
    return tuple(_named(world, state, each) for each in _parts(action))


def _parts(action: Action) -> Iterator[str]:
    for part in ("thing", "target", "person", "holder"):
        if named := getattr(action, part, ""):
            yield named


def _named(world: World, state: State, name: str) -> Subject:
    if name in world.people:
        person = world.people[name]
        return Subject("person", (person.name, *person.aliases), f"{person.about} {person.look.read(state)}")
    thing = world.things[name]
    return Subject("thing", (thing.name, *thing.aliases), f"{thing.look.read(state)} {thing.here.read(state)}")


def _way(world: World, state: State, direction: str) -> Subject:
    way = place_of(world, state).exits[direction]
    place = world.places[way.to]
    names = tuple(name for name in (way.name, place.name, direction, *place.aliases) if name)
    return Subject("way", names, place.look.read(state))
