"""What a player can do: one small record for each verb, in the imperative, and its text form, which round-trips.

Knows nothing of whether an action is legal, nor of the words a player typed for it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Choose:
    """Take a scene's choice."""

    choice: str


@dataclass(frozen=True, slots=True)
class Go:
    """Walk an exit of the place."""

    direction: str


@dataclass(frozen=True, slots=True)
class Take:
    """Pick a thing up."""

    thing: str


@dataclass(frozen=True, slots=True)
class Drop:
    """Put a carried thing down."""

    thing: str


@dataclass(frozen=True, slots=True)
class Give:
    """Give a carried thing to a person here."""

    thing: str
    person: str


@dataclass(frozen=True, slots=True)
class Talk:
    """Speak to a person here: about one thing they know, to take an offer up, or (both empty) about anything.

    The topic `you` asks what they remember of the player.
    words are what the player said, if anything; they are told, and never decide what happens.
    """

    person: str
    topic: str = ""
    words: str = ""
    offer: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Take leave of the person one talks with."""

    person: str


@dataclass(frozen=True, slots=True)
class Examine:
    """Look closely at a thing or person here."""

    target: str


@dataclass(frozen=True, slots=True)
class Open:
    """Open a closed thing."""

    thing: str


@dataclass(frozen=True, slots=True)
class Close:
    """Close an open thing."""

    thing: str


@dataclass(frozen=True, slots=True)
class Unlock:
    """Unlock a locked thing."""

    thing: str


@dataclass(frozen=True, slots=True)
class Lock:
    """Lock a closed thing."""

    thing: str


@dataclass(frozen=True, slots=True)
class Wear:
    """Put a carried thing on."""

    thing: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a worn thing off."""

    thing: str


@dataclass(frozen=True, slots=True)
class Light:
    """Light a thing."""

    thing: str


@dataclass(frozen=True, slots=True)
class Douse:
    """Put a light out."""

    thing: str


@dataclass(frozen=True, slots=True)
class Put:
    """Put a carried thing in or on another."""

    thing: str
    holder: str


@dataclass(frozen=True, slots=True)
class Look:
    """Look around."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Let time pass."""


@dataclass(frozen=True, slots=True)
class Invent:
    """Make up a detail of a place or a person, in a closed form: nothing that a player or a rule can do."""

    subject: str
    kind: str
    detail: str


Handling = Open | Close | Unlock | Lock | Wear | Remove | Light | Douse
Action = Choose | Go | Take | Drop | Give | Talk | Part | Examine | Handling | Put | Look | Wait | Invent
_VERBS: dict[str, type[Action]] = {kind.__name__.lower(): kind for kind in Action.__args__}
_WORDS = {kind: word for word, kind in _VERBS.items()}
_PARTS = {kind: tuple(each.name for each in fields(kind)) for kind in _VERBS.values()}
VERB_NAMES = tuple(word for word, kind in _VERBS.items() if kind is not Invent)
"""What players can do, and rules can name."""
_SPOKEN = " : "
_OFFERED = " + "


def format_action(action: Action) -> str:
    """Return the action as text: "go north", "talk mira lens : who broke it?", "talk mira + vow : I swear"."""
    if isinstance(action, Talk) and (action.words or action.offer):
        offer, words = _OFFERED + action.offer if action.offer else "", _SPOKEN + action.words if action.words else ""
        return format_action(replace(action, words="", offer="")) + offer + words
    parts = (getattr(action, name) for name in _PARTS[type(action)])
    return " ".join((_WORDS[type(action)], *(part for part in parts if part)))


def parse_action(text: str) -> Action:
    """Return the action that format_action wrote. Raises ValueError for any other text."""
    command, spoken, words = text.partition(_SPOKEN)
    command, offered, offer = command.partition(_OFFERED)
    verb, *parts = command.split(" ")
    try:
        action = _VERBS[verb](*parts)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not the text of an action: {text!r}") from error
    if not (spoken or offered):
        return action
    if not isinstance(action, Talk):
        raise ValueError(f"only talk carries words and offers: {text!r}")  # noqa: TRY004 - it is the text that is wrong
    return replace(action, words=words, offer=offer)
