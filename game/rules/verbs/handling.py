"""Verbs of handling things: opening and closing, locking, wearing, lighting, and putting one in or on another.

A verb that makes a thing so or no longer so is a line of HANDLING.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import KW_ONLY, dataclass
from typing import Any, ClassVar

from game.rules.actions import (
    Action,
    Close,
    Douse,
    Handling,
    Light,
    Lock,
    Open,
    Put,
    Remove,
    Unlock,
    Wear,
    format_action,
)
from game.rules.draws import Draws
from game.rules.effects import Step
from game.rules.events import Handled, Refused
from game.rules.sight import Reach
from game.rules.state import State
from game.rules.verbs.things import put
from game.rules.verbs.verb import Verb
from game.rules.world import Thing, World

Refusing = Callable[[World, State, Thing], str]


def _willing(world: World, state: State, thing: Thing) -> str:
    return ""


def _held_shut(world: World, state: State, thing: Thing) -> str:
    return "is_locked" if state.is_now("locked", thing.id) else ""


def _without_key(world: World, state: State, thing: Thing) -> str:
    return "" if thing.key is None or state.holder(thing.key) == "you" else "no_key"


def _not_to_lock(world: World, state: State, thing: Thing) -> str:
    if thing.closed is not None and not state.is_now("closed", thing.id):
        return "is_open"
    return _without_key(world, state, thing)


@dataclass(frozen=True, slots=True)
class Turning:
    """A verb that makes a thing so, or no longer so; refuses names the engine's sentence for why not, if any."""

    action: type[Handling]
    how: str
    _: KW_ONLY
    so: bool
    fits: Callable[[Thing], bool]
    refuses: Refusing = _willing
    is_carried: bool = False
    takes_time: ClassVar[bool] = True

    def legal(self, world: World, state: State, reach: Reach) -> Iterator[Handling]:
        """Yield the action for each thing in reach that can be so and is not."""
        among = reach.carried if self.is_carried else (*reach.here, *reach.carried)
        fitting = (each for each in among if self.fits(each) and state.is_now(self.how, each.id) != self.so)
        return (self.action(each.id) for each in fitting)

    def apply(self, world: World, state: State, action: Handling, draws: Draws) -> Step:
        """Return the state with the thing so, or the refusal."""
        reason = self.refuses(world, state, world.things[action.thing])
        if reason:
            return state, (Refused(format_action(action), reason),)
        return state.with_now(self.how, action.thing, so=self.so), (Handled(_verb(action), action.thing),)


class Putting:
    """Put a carried thing in or on another."""

    takes_time: ClassVar[bool] = True

    def legal(self, world: World, state: State, reach: Reach) -> Iterator[Put]:
        """Yield every carried thing with every holder in reach that it does not hold itself."""
        holders = [each for each in (*reach.here, *reach.carried) if each.holds]
        pairs = ((thing, holder) for thing in reach.carried for holder in holders)
        return (
            Put(thing.id, holder.id)
            for thing, holder in pairs
            if thing.id not in (holder.id, *state.holders(holder.id))
        )

    def apply(self, world: World, state: State, action: Put, draws: Draws) -> Step:
        """Return the state with the thing there, or the refusal of a closed holder."""
        if state.is_now("closed", action.holder):
            return state, (Refused(format_action(action), "is_closed"),)
        return put(state, action.thing, action.holder), (Handled("put", action.thing, action.holder),)


def _verb(action: Handling) -> str:
    return type(action).__name__.lower()


HANDLING: Mapping[type[Action], Verb[Any]] = {
    turning.action: turning
    for turning in (
        Turning(Open, "closed", so=False, fits=lambda thing: thing.closed is not None, refuses=_held_shut),
        Turning(Unlock, "locked", so=False, fits=lambda thing: thing.locked is not None, refuses=_without_key),
        Turning(Wear, "worn", so=True, fits=lambda thing: thing.worn is not None, is_carried=True),
        Turning(Light, "lit", so=True, fits=lambda thing: thing.switch),
        Turning(Close, "closed", so=True, fits=lambda thing: thing.closed is not None),
        Turning(Lock, "locked", so=True, fits=lambda thing: thing.locked is not None, refuses=_not_to_lock),
        Turning(Remove, "worn", so=False, fits=lambda thing: thing.worn is not None, is_carried=True),
        Turning(Douse, "lit", so=False, fits=lambda thing: thing.switch),
    )
}
