"""What a record from a stranger must be beyond being whole: one that this program could have written itself.

Knows nothing of files, or of how records fit with one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter, ValidationError

from game.loader.schema.kinds import LANGUAGE
from game.rules.actions import format_action, parse_action
from game.rules.events import Event, parse_events
from game.session.saved import passages_in, state_in
from game.storage.records import Meta, Record, Telling, Turn, WorldCopy


def check_sound(record: Record) -> None:
    """Raise ValueError for a record that this program would not have written."""
    for holds, problem in _demands(record):
        if not holds:
            raise ValueError(problem)


def _demands(record: Record) -> Iterator[tuple[bool, str]]:
    """Yield what must hold of a record, each with what is said where it does not. Raises ValueError for other texts."""
    match record:
        case Turn():
            yield from _demands_of_turn(record)
        case Telling(alternative=alternative, rating=rating, text=text):
            yield alternative >= 1, "alternatives count from 1"
            yield rating in (-1, 0, 1), "a rating is 1, 0 or -1"
            passages_in(text)
        case WorldCopy(first=first):
            yield first >= 1, "the first turn of a world counts from 1"
        case Meta(language=language):
            yield re.fullmatch(LANGUAGE, language) is not None, "a language is two letters"


def _demands_of_turn(turn: Turn) -> Iterator[tuple[bool, str]]:
    yield turn.id >= 1, "ids of turns count from 1"
    state_in(turn.state)
    for event in parse_events(turn.events):
        yield _is_typed(event), f"not the text of an event: {type(event).__name__}"
    if turn.parent is not None:
        is_action = format_action(parse_action(turn.action)) == turn.action
        yield is_action, f"not the text of an action: {turn.action!r}"


def _is_typed(event: Event) -> bool:
    """Return whether reading an event by its declared types changes nothing."""
    adapter: TypeAdapter[Any] = TypeAdapter(type(event))
    try:
        return bool(adapter.validate_python(asdict(event)) == event)
    except ValidationError:
        return False
