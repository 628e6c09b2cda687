"""What of the author's words a turn's events have told: the state remembers it where a text reads differently again.

Knows nothing of how an event is told.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.events import Agreed, Chosen, Event, Examined, Looked, Moved, SceneBegan, Talked
from game.rules.state import State
from game.rules.world import World


def remember(world: World, state: State, events: Iterable[Event]) -> State:
    """Return the state with this turn as the one in which what the events tell was told, unless it was before."""
    if not world.remembered:
        return state
    told = {owner for event in events if (owner := _owner(event)) in world.remembered} - state.told.keys()
    return state.but(told={**state.told, **dict.fromkeys(sorted(told), state.turn)}) if told else state


def _owner(event: Event) -> str:
    match event:
        case Looked(owner) | Examined(owner) | SceneBegan(owner) | Chosen(owner):
            return owner
        case Moved(_, place):
            return place
        case Talked(_, topic):
            return topic
        case Agreed(_, offer):
            return offer
    return ""
