"""The places and people that details may be made up of: who and what a turn shows, and what the next one may show.

Knows nothing of details.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.rules.apply import Outcome
from game.rules.events import Examined, Looked, Moved
from game.rules.sight import is_dark, people_here
from game.rules.state import State
from game.rules.texts import holds
from game.rules.views import exits
from game.rules.world import World


def near(world: World, state: State) -> Iterator[str]:
    """Yield what the next turn may show, the likeliest first: where ways lead, this place, who is here."""
    yield from dict.fromkeys(way.to for way in exits(world, state) if holds(way.when, state))
    yield state.place
    yield from (each.id for each in people_here(world, state))


def in_sight(world: World, outcome: Outcome) -> Iterator[str]:
    """Yield the place that a turn tells of, and who is there."""
    yield outcome.state.place
    yield from (each.id for each in people_here(world, outcome.state))


def shown(world: World, outcome: Outcome) -> Iterator[str]:
    """Yield the place or the person that a turn lets the player look at, if it does; nothing in the dark."""
    if outcome.state.ending or is_dark(world, outcome.state):
        return
    for event in outcome.events:
        match event:
            case Looked(place) | Moved(_, place) if place == outcome.state.place:
                yield place
            case Examined(target) if target in world.people:
                yield target
