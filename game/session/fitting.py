"""Saved states and events made to fit the world as it is now: what is new is where it begins, what is gone is gone.

Knows nothing of files. A world may have been edited since a run was saved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace

from game.errors import SaveError
from game.rules.apply import begin_run
from game.rules.events import Event
from game.rules.inventing import details_that_fit
from game.rules.state import NOWHERE, YOU, State
from game.rules.world import World


class Fitting:
    """Makes states of runs of one seed fit one world."""

    def __init__(self, world: World, seed: int) -> None:
        self._world = world
        self._begun = begin_run(world, seed).arrived
        self._places = {*world.places, *world.people, *world.things, YOU, NOWHERE}

    def fit(self, state: State) -> State:
        """Return a state that fits the world. Raises SaveError when the player's place is gone."""
        world, begun = self._world, self._begun
        if state.place not in world.places:
            raise SaveError(
                f"That turn was played in '{state.place}', a place that {world.title} no longer has: "
                "put the place back into the world, or go on from another turn."
            )
        stayed = {name for name in state.where if (name in state.trust) == (name in begun.trust)}  # people, or things
        kept = {name: at for name, at in state.where.items() if name in stayed and at in self._places}
        facts = {name: value for name, value in state.facts.items() if type(value) is type(begun.facts.get(name))}
        is_open = state.scene in world.scenes
        return replace(
            state,
            scene=state.scene if is_open else "",
            scene_at=state.scene_at if is_open else "",
            ending=state.ending if state.ending in world.endings else "",
            facts={name: facts.get(name, start) for name, start in begun.facts.items()},
            where={name: kept.get(name, start) for name, start in begun.where.items()},
            trust={name: state.trust.get(name, start) for name, start in begun.trust.items()},
            mood={name: state.mood.get(name, start) for name, start in begun.mood.items()},
            now=_said_of(stayed, state.now) | (begun.now - _said_of(stayed, begun.now)),
            details=details_that_fit(world, state.details),
            heard=dict(_heard(world, state)),
        )


def fitted(world: World, state: State) -> State:
    """Return a state that fits the world. Raises SaveError when the player's place is gone."""
    return Fitting(world, state.seed).fit(state)


def _heard(world: World, state: State) -> Iterator[tuple[str, str]]:
    """Yield what people have heard of what the world still has, and from whom of those that it has."""
    for key, teller in state.heard.items():
        person, _, knowledge = key.partition(" ")
        if {person, teller} <= world.people.keys() and knowledge in world.knowledge:
            yield key, teller


def _said_of(names: set[str], now: frozenset[str]) -> frozenset[str]:
    """Return the entries, such as "closed chest", that are about these names."""
    return frozenset(entry for entry in now if entry.partition(" ")[2] in names)


def fitted_events(world: World, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the events that speak only of what the world still has."""
    known = {
        "place": world.places,
        "start": world.places,
        "thing": world.things,
        "person": world.people,
        "teller": world.people,
        "target": {**world.things, **world.people},
        "scene": world.scenes,
        "choice": world.choices,
        "quest": world.quests,
        "ending": world.endings,
        "knowledge": world.knowledge,
        "offer": world.proposals,
        "subject": {**world.places, **world.people},
    }
    return tuple(
        event
        for event in events
        if all(name not in known or value in known[name] for name, value in asdict(event).items())
        if getattr(event, "topic", "") in ("", YOU, *world.knowledge)
    )
