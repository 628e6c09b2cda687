"""What has happened: one small record for each kind of event, in the past tense, and their text form.

Knows nothing of words: how an event is told is the story's business.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from game.rules.state import Value


@dataclass(frozen=True, slots=True)
class Began:
    """The run began."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The player went from start to place; direction is empty when something else moved them."""

    start: str
    place: str
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """The player looked around a place."""

    place: str


@dataclass(frozen=True, slots=True)
class Examined:
    """The player looked closely at a thing or person."""

    target: str


@dataclass(frozen=True, slots=True)
class Taken:
    """The player picked a thing up."""

    thing: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """The player put a thing down."""

    thing: str


@dataclass(frozen=True, slots=True)
class Handled:
    """The player opened, closed, locked, wore… a thing: verb is the action's. holder is what it was put in or on."""

    verb: str
    thing: str
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """The player gave a thing to a person."""

    thing: str
    person: str


@dataclass(frozen=True, slots=True)
class Talked:
    """The player spoke to a person: about one thing they know, or (topic empty) about anything. words as typed."""

    person: str
    topic: str
    words: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Parted:
    """The player took leave of the person they talked with."""

    person: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """The player took up an offer that a person was open to; words as typed."""

    person: str
    offer: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Revealed:
    """The player learned a piece of knowledge, for ever."""

    knowledge: str


@dataclass(frozen=True, slots=True)
class Waited:
    """The player let time pass."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The player took a scene's choice."""

    choice: str


@dataclass(frozen=True, slots=True)
class SceneBegan:
    """A scene began; text is how the author's words for it read then."""

    scene: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A rule of the world was followed; text is the author's words for it, if any."""

    rule: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class PersonMoved:
    """A person kept an appointment of theirs: they went from start to place, each of them a place or `nowhere`."""

    person: str
    start: str
    place: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """The world refused an action. reason names one of the engine's sentences; text is the author's own, if any."""

    action: str
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """An effect changed a fact or property: target as the author writes it, "trust(mira)"."""

    target: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class QuestBegan:
    """A quest began."""

    quest: str


@dataclass(frozen=True, slots=True)
class QuestAdvanced:
    """A stage of a quest, counted from 1, was done."""

    quest: str
    stage: int


@dataclass(frozen=True, slots=True)
class QuestDone:
    """A quest was done."""

    quest: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A person heard a piece of knowledge from another, who is the teller; the player was not there."""

    person: str
    knowledge: str
    teller: str


@dataclass(frozen=True, slots=True)
class Invented:
    """A detail of a place or a person was made up, for ever: the ids of its kind and of its words."""

    subject: str
    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The story ended."""

    ending: str


Event = (
    Began
    | Moved
    | Looked
    | Examined
    | Taken
    | Dropped
    | Handled
    | Given
    | Talked
    | Parted
    | Agreed
    | Revealed
    | Waited
    | Chosen
    | SceneBegan
    | Refused
    | Changed
    | Ruled
    | PersonMoved
    | QuestBegan
    | QuestAdvanced
    | QuestDone
    | Heard
    | Invented
    | Ended
)
_KINDS: dict[str, type[Event]] = {kind.__name__: kind for kind in Event.__args__}


def format_events(events: Iterable[Event]) -> str:
    """Return the events as one line of JSON, in order."""
    records = [{"event": type(event).__name__, **asdict(event)} for event in events]
    return json.dumps(records, ensure_ascii=False, separators=(",", ":"))


def parse_events(text: str) -> tuple[Event, ...]:
    """Return the events that format_events wrote. Raises ValueError for any other text."""
    try:
        return tuple(_event(**record) for record in json.loads(text))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"not the text of events: {error}") from error


def _event(event: str, **fields: Any) -> Event:
    return _KINDS[event](**fields)
