"""What somebody witnessed: the events of the path for which they and the player were both there, and no others.

Knows nothing of words. It is found backwards from where everybody is now, so that no earlier state has to be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.rules.events import (
    Agreed,
    Changed,
    Chosen,
    Dropped,
    Event,
    Examined,
    Given,
    Handled,
    Moved,
    Parted,
    PersonMoved,
    Refused,
    Ruled,
    SceneBegan,
    Taken,
    Talked,
    Waited,
)
from game.rules.state import NOWHERE, State
from game.story.turn import PastTurn

# What can be seen; what the engine keeps count of, such as trust and quests, cannot.
_VISIBLE = (
    Agreed, Chosen, Dropped, Examined, Given, Handled, Moved, Parted, PersonMoved, Refused, Ruled, SceneBegan, Taken,
    Talked, Waited,
)  # fmt: skip
_Places = tuple[str, str]
"""Where the player is, and where the one who witnesses is."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An event that was witnessed, and the number of its turn on the path."""

    turn: int
    event: Event


def witnessed(person: str, state: State, past: Sequence[PastTurn]) -> list[Seen]:
    """Return what a person witnessed in past, oldest first. state is the one in which its last turn left everybody.

    An event that does not lead to where everybody is now, because the world was edited meanwhile, ends what is known.
    """
    after = state.place, state.where.get(person, NOWHERE)
    found: list[Seen] = []
    for turn in reversed(past):
        for event in reversed(turn.events):
            before = _before(event, person, after)
            if before is None:
                return found[::-1]
            if isinstance(event, _VISIBLE) and _is_near(event, person, before, after):
                found.append(Seen(turn.number, event))
            after = before
    return found[::-1]


def _before(event: Event, person: str, after: _Places) -> _Places | None:
    """Return where both were before an event that left them where they were after it; None where it cannot have."""
    you, they = after
    match event:
        case Moved(start, place):
            return (start, they) if place == you else None
        case PersonMoved(who, start, place) if who == person:
            return (you, start) if place == they else None
        case Changed(target, start, place) if target == f"place({person})":
            return (you, str(start)) if place == they else None
    return after


def _is_near(event: Event, person: str, before: _Places, after: _Places) -> bool:
    """Return whether both were together at an event, or came together or parted by it."""
    is_together = before[0] == before[1] or after[0] == after[1]
    if isinstance(event, PersonMoved) and event.person != person:
        return is_together and after[0] in (event.start, event.place)
    return is_together
