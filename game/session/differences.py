"""What one state has that another has not, in words: where everything is, what people think, what the facts are.

Knows nothing of turns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from game.rules.state import NOWHERE, YOU, State, Value
from game.rules.world import World
from game.story.sentences import Sentences

_MISSING = "–"


def differences(world: World, sentences: Sentences, before: State, after: State) -> tuple[str, ...]:
    """Return a line for each thing that differs; what the world does not know any more goes by its id."""
    return tuple(_lines(_Names(world, sentences), sentences, before, after))


def _lines(names: _Names, sentences: Sentences, before: State, after: State) -> Iterator[str]:
    if before.place != after.place:
        yield sentences.say("differs_place", before=names.of(before.place), after=names.of(after.place))
    for key, was, at in _changed(before.where, after.where):
        yield sentences.say("differs", name=names.of(key), before=names.of(was), after=names.of(at))
    for key, was, now in _changed(before.trust, after.trust):
        yield sentences.say("differs_trust", name=names.of(key), before=was, after=now)
    for key, was, now in (*_changed(before.mood, after.mood), *_changed(before.facts, after.facts)):
        yield sentences.say("differs", name=names.of(key), before=was, after=now)


def _changed(before: Mapping[str, Value], after: Mapping[str, Value]) -> Iterator[tuple[str, str, str]]:
    """Yield the keys with unlike values, and these as they are shown."""
    for key in dict.fromkeys((*before, *after)):
        was, now = _shown(before.get(key)), _shown(after.get(key))
        if was != now:
            yield key, was, now


def _shown(value: Value | None) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _MISSING if value is None else str(value)


class _Named(Protocol):
    @property
    def name(self) -> str: ...


class _Names:
    """What players call what ids stand for."""

    def __init__(self, world: World, sentences: Sentences) -> None:
        groups: tuple[Mapping[str, _Named], ...] = (world.things, world.people, world.places)
        self._named = {key: each.name for group in groups for key, each in group.items()}
        self._own = {YOU: sentences.say("with_you"), NOWHERE: sentences.say("nowhere")}

    def of(self, key: str) -> str:
        return self._own.get(key) or self._named.get(key, key)
