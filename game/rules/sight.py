"""What the player can see and reach: things lying about, on and in others, carried; people; and whether there is light.

Knows nothing of actions. Everything is in the author's order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.rules.state import YOU, State
from game.rules.texts import holds
from game.rules.world import Person, Thing, World


@dataclass(frozen=True, slots=True)
class Reach:
    """What the player can lay hands on in one state: what every verb asks, looked for once.

    here are the things that can be taken, carried those that are; people those that can be seen.
    """

    here: tuple[Thing, ...]
    carried: tuple[Thing, ...]
    people: tuple[Person, ...]


TALKING = "talking "
NO_REACH = Reach((), (), ())
"""That of a player who can only choose."""


def reach_of(world: World, state: State) -> Reach:
    """Return what the player can reach."""
    return Reach(things_here(world, state), carried(world, state), people_here(world, state))


def carried(world: World, state: State) -> tuple[Thing, ...]:
    """Return the things the player carries or wears; not what lies in them."""
    return tuple(each for each in world.things.values() if state.where[each.id] == YOU)


def things_lying(world: World, state: State) -> tuple[Thing, ...]:
    """Return the things that can be seen in the place, those on and in others among them."""
    return () if is_dark(world, state) else tuple(_seen_in(world, state, state.place))


def things_here(world: World, state: State) -> tuple[Thing, ...]:
    """Return the things that can be taken: those lying in the place, and those in what the player carries."""
    held = tuple(each for each in _seen_in(world, state, YOU) if state.where[each.id] != YOU)
    return (*things_lying(world, state), *held)


def people_here(world: World, state: State) -> tuple[Person, ...]:
    """Return the people that can be seen in the player's place."""
    if is_dark(world, state):
        return ()
    return tuple(each for each in world.people.values() if state.where[each.id] == state.place)


def talking_to(world: World, state: State) -> Person | None:
    """Return who the player is in talk with: whom they spoke to last, as long as both stay and can be seen."""
    spoken = _last_spoken_to(state)
    return next((each for each in people_here(world, state) if each.id == spoken), None) if spoken else None


def left_alone(world: World, state: State) -> State:
    """Return the state with no talk where one of the two has gone."""
    return state if not _last_spoken_to(state) or talking_to(world, state) else in_talk(state, "")


def in_talk(state: State, person: str) -> State:
    """Return the state with the player in talk with a person and nobody else; with nobody at all for no person."""
    others = frozenset(each for each in state.now if not each.startswith(TALKING))
    return state.but(now=others | {TALKING + person} if person else others)


def _last_spoken_to(state: State) -> str:
    return next((each.removeprefix(TALKING) for each in state.now if each.startswith(TALKING)), "")


def is_dark(world: World, state: State) -> bool:
    """Return whether the place is dark and nothing in sight gives light."""
    dark = world.places[state.place].dark
    if dark is None or not dark.holds(state):
        return False
    return not any(
        state.is_now("lit", each.id) for where in (state.place, YOU) for each in _seen_in(world, state, where)
    )


def _seen_in(world: World, state: State, where: str) -> Iterator[Thing]:
    at, things = state.where, world.things
    near = (each for name, each in things.items() if at[name] == where or at[name] in things)  # most are elsewhere
    return (each for each in near if _is_seen_in(world, state, each, where))


def _is_seen_in(world: World, state: State, thing: Thing, where: str) -> bool:
    """Return whether a thing is in `where`, or in or on something there that is open, and noticed all the way."""
    if not _is_noticed(state, thing, where):
        return False
    for at in state.holders(thing.id):
        holder = world.things.get(at)
        if holder is None:
            return at == where
        if state.is_now("closed", at) or not _is_noticed(state, holder, where):
            return False
    return False


def _is_noticed(state: State, thing: Thing, where: str) -> bool:
    return where == YOU or holds(thing.when, state)
