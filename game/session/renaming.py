"""Ids that an author has renamed, renamed in the texts of a run: its actions, events, states and tellings.

Knows nothing of files or worlds. What players read is left as it is: only ids are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any, TypeVar

from game.rules.events import Changed, Event, Refused, format_events, parse_events
from game.rules.state import State, format_state, parse_state
from game.storage.rewriting import Rewriting
from game.story.passages import format_passages, parse_passages

V = TypeVar("V")
Rename = Callable[[str], str]

_SPOKEN = " : "
_INVENTING = "invent"
_ID = re.compile(r"([a-z][a-z0-9_]*)(\.[0-9]+)?")
"""An id, or that of a scene with the number of a choice in it."""
_READ = frozenset({"words", "text", "reason", "verb", "action", "before", "after", "kind", "detail"})
"""The fields of events that hold no id."""


def renaming(names: Mapping[str, str]) -> Rewriting:
    """Return how the texts of a run read when ids (the keys) are called otherwise (the values)."""

    def rename(text: str) -> str:
        return _ID.sub(lambda found: names.get(found[0]) or names.get(found[1], found[1]) + (found[2] or ""), text)

    return Rewriting(
        action=lambda text: _action(text, rename),
        events=lambda text: format_events(_event(each, rename) for each in parse_events(text)),
        state=lambda text: format_state(_state(parse_state(text), rename)),
        telling=lambda text: format_passages(
            replace(each, speaker=rename(each.speaker)) for each in parse_passages(text)
        ),
    )


def _action(text: str, rename: Rename) -> str:
    """Rename what comes after the verb, but not the words that are spoken, nor those of a detail."""
    command, spoken, words = text.partition(_SPOKEN)
    verb, *parts = command.split(" ")
    if verb == _INVENTING:
        return " ".join((verb, rename(parts[0]), *parts[1:]))
    return " ".join((verb, *map(rename, parts))) + spoken + words


def _event(event: Event, rename: Rename) -> Event:
    held = {name: value for name, value in asdict(event).items() if isinstance(value, str) and name not in _READ}
    changes: dict[str, Any] = {name: rename(value) for name, value in held.items()}
    if isinstance(event, Changed) and event.target.startswith("place("):
        changes |= {"before": rename(str(event.before)), "after": rename(str(event.after))}
    if isinstance(event, Refused):
        changes["action"] = _action(event.action, rename)
    return replace(event, **changes)


def _state(state: State, rename: Rename) -> State:
    def keyed(values: Mapping[str, V]) -> dict[str, V]:
        return {rename(key): value for key, value in values.items()}

    return state.but(
        place=rename(state.place),
        scene=rename(state.scene),
        scene_at=rename(state.scene_at),
        ending=rename(state.ending),
        facts=keyed(state.facts),
        where={rename(key): rename(at) for key, at in state.where.items()},
        trust=keyed(state.trust),
        mood=keyed(state.mood),
        talks=keyed(state.talks),
        began=keyed(state.began),
        told=keyed(state.told),
        marks=_marks(state.marks, rename),
        now=_marks(state.now, rename),
        details={f"{rename(who)} {kind}": each for who, kind, each in _parted(state.details)},
        heard={f"{rename(who)} {rename(what)}": rename(each) for who, what, each in _parted(state.heard)},
    )


def _parted(values: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    """Yield whom something is of, what else its key names, and its value."""
    for key, value in values.items():
        who, _, what = key.partition(" ")
        yield who, what, value


def _marks(marks: Iterable[str], rename: Rename) -> frozenset[str]:
    """Rename what a mark such as "closed chest" is about."""
    parted = (mark.partition(" ") for mark in marks)
    return frozenset(f"{kind} {rename(name)}" for kind, _, name in parted)
