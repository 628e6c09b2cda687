"""Verbs of things: taking, dropping, examining."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from game.rules.actions import Drop, Examine, Take, format_action
from game.rules.draws import Draws
from game.rules.effects import Step
from game.rules.events import Dropped, Examined, Refused, Taken
from game.rules.sight import Reach
from game.rules.state import YOU, State
from game.rules.world import World


class Taking:
    """Pick a thing up; a fixed one refuses."""

    takes_time: ClassVar[bool] = True

    def legal(self, world: World, state: State, reach: Reach) -> Iterator[Take]:
        return (Take(each.id) for each in reach.here)

    def apply(self, world: World, state: State, action: Take, draws: Draws) -> Step:
        thing = world.things[action.thing]
        if not thing.portable:
            return state, (Refused(format_action(action), "not_portable", thing.refuse.read(state)),)
        return put(state, thing.id, YOU), (Taken(thing.id),)


class Dropping:
    """Put a carried thing down in the place."""

    takes_time: ClassVar[bool] = True

    def legal(self, world: World, state: State, reach: Reach) -> Iterator[Drop]:
        return (Drop(each.id) for each in reach.carried)

    def apply(self, world: World, state: State, action: Drop, draws: Draws) -> Step:
        return put(state, action.thing, state.place), (Dropped(action.thing),)


class Examining:
    """Look closely at a thing or person here."""

    takes_time: ClassVar[bool] = False

    def legal(self, world: World, state: State, reach: Reach) -> Iterator[Examine]:
        for found in (reach.here, reach.carried, reach.people):
            yield from (Examine(each.id) for each in found)

    def apply(self, world: World, state: State, action: Examine, draws: Draws) -> Step:
        return state.with_mark("examined", action.target), (Examined(action.target),)


def put(state: State, name: str, where: str) -> State:
    """Return the state with a thing or person somewhere else; a thing that is moved is no longer worn."""
    return state.but(where={**state.where, name: where}).with_now("worn", name, so=False)
