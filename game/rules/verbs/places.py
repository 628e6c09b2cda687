"""Verbs of places: going, looking around, waiting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from game.rules.actions import Go, Look, Wait, format_action
from game.rules.draws import Draws
from game.rules.effects import Step, move_player
from game.rules.events import Looked, Refused, Waited
from game.rules.sight import Reach
from game.rules.state import State
from game.rules.texts import holds
from game.rules.views import exits, place_of
from game.rules.world import World


class Going:
    """Walk through an exit; one whose condition fails refuses."""

    takes_time: ClassVar[bool] = True

    def legal(self, world: World, state: State, reach: Reach) -> Iterator[Go]:
        return (Go(each.direction) for each in exits(world, state))

    def apply(self, world: World, state: State, action: Go, draws: Draws) -> Step:
        way = place_of(world, state).exits[action.direction]
        if not holds(way.when, state):
            return state, (Refused(format_action(action), "way_shut", way.refuse.read(state)),)
        return move_player(state, way.to, direction=way.direction)


class Looking:
    """Look around."""

    takes_time: ClassVar[bool] = False

    def legal(self, world: World, state: State, reach: Reach) -> Iterator[Look]:
        yield Look()

    def apply(self, world: World, state: State, action: Look, draws: Draws) -> Step:
        return state, (Looked(state.place),)


class Waiting:
    """Let time pass."""

    takes_time: ClassVar[bool] = True

    def legal(self, world: World, state: State, reach: Reach) -> Iterator[Wait]:
        yield Wait()

    def apply(self, world: World, state: State, action: Wait, draws: Draws) -> Step:
        return state, (Waited(),)
