"""The texts of a run's file read by their declared types, so that one that a stranger wrote is a sentence.

Knows nothing of files, or of how turns fit with one another.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from game.errors import SaveError
from game.loader.diagnostics import visible
from game.rules.actions import Action, parse_action
from game.rules.events import Event, parse_events
from game.rules.state import State
from game.storage.records import Step, Telling, Turn
from game.story.model import Done
from game.story.passages import Passage

T = TypeVar("T")

_INVENTION = "invent "
_STATE = TypeAdapter(State)
_PASSAGES = TypeAdapter(tuple[Passage, ...])
_DETAILS = TypeAdapter(tuple[Done | dict[str, Any], ...])


def state_of(turn: Turn) -> State:
    """Return the state after a turn. Raises SaveError."""
    with reading(_turn(turn.id)):
        return state_in(turn.state)


def action_of(step: Step) -> Action:
    """Return the action of a turn after the root. Raises SaveError."""
    with reading(_turn(step.id)):
        return parse_action(step.action)


def is_invention(step: Step) -> bool:
    """Return whether a turn only made up a detail: nobody played it, and nothing of it was told."""
    return step.action.startswith(_INVENTION)


def events_of(step: Step) -> tuple[Event, ...]:
    """Return the events of a turn. Raises SaveError."""
    with reading(_turn(step.id)):
        return parse_events(step.events)


def passages_of(telling: Telling | None) -> tuple[Passage, ...]:
    """Return the passages of a telling, none of a turn that was never told. Raises SaveError."""
    if telling is None:
        return ()
    with reading(_turn(telling.turn)):
        return passages_in(telling.text)


def replies_of(telling: Telling | None) -> tuple[Done, ...]:
    """Return what is kept of the model's replies for a telling, none where it was not asked. Raises SaveError."""
    if telling is None or not telling.details:
        return ()
    with reading(_turn(telling.turn)):
        records = _read(_DETAILS, telling.details, "how it was told")
    return tuple(each for each in records if isinstance(each, Done))


def state_in(text: str) -> State:
    """Return the state that is in a text. Raises ValueError."""
    return _read(_STATE, text, "the state")


def passages_in(text: str) -> tuple[Passage, ...]:
    """Return the passages that are in the text of a telling. Raises ValueError."""
    return _read(_PASSAGES, text, "the telling")


@contextmanager
def reading(what: str) -> Iterator[None]:
    """Turn what cannot be read inside the block into a SaveError about what is read."""
    try:
        yield
    except ValueError as error:
        raise SaveError(
            visible(f"{what} holds what this program cannot read: loreloom runs verify says more.")
        ) from error


def _turn(turn_id: int) -> str:
    return f"Turn @{turn_id} of this run"


def _read(adapter: TypeAdapter[T], text: str, what: str) -> T:
    try:
        return adapter.validate_json(text, strict=True)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False, include_context=False)[0]
        raise ValueError(f"{what} cannot be read ({fault['msg'].lower()})") from error
