"""What a record from a stranger must be beyond being whole: one that this program could have written itself.

Knows nothing of files, or of how records fit with one another.
"""

from __future__ import annotations

import re
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
    match record:
        case Turn():
            _check_turn(record)
        case Telling(alternative=alternative, rating=rating, text=text):
            _check(alternative >= 1, "alternatives count from 1")
            _check(rating in (-1, 0, 1), "a rating is 1, 0 or -1")
            passages_in(text)
        case WorldCopy(first=first):
            _check(first >= 1, "the first turn of a world counts from 1")
        case Meta(language=language):
            _check(re.fullmatch(LANGUAGE, language) is not None, "a language is two letters")


def _check_turn(turn: Turn) -> None:
    _check(turn.id >= 1, "ids of turns count from 1")
    state_in(turn.state)
    for event in parse_events(turn.events):
        _check(_is_typed(event), f"not the text of an event: {type(event).__name__}")
    if turn.parent is not None:
        _check(format_action(parse_action(turn.action)) == turn.action, f"not the text of an action: {turn.action!r}")


def _check(holds: bool, problem: str) -> None:  # noqa: FBT001 - what holds is said by the expression in its place
    if not holds:
        raise ValueError(problem)


def _is_typed(event: Event) -> bool:
    """Return whether reading an event by its declared types changes nothing."""
    adapter: TypeAdapter[Any] = TypeAdapter(type(event))
    try:
        return bool(adapter.validate_python(asdict(event)) == event)
    except ValidationError:
        return False
