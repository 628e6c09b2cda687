"""Making a detail up: when the author allows it, what it leads to, and which details places and people have.

A detail is true for ever, and nothing else follows from it: it takes no time and is no turn of the player's, no
condition can read it and no rule is asked. So a run in which a model makes details up goes as one in which none does.
Knows nothing of models, nor of who thinks of a detail or when.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.rules.actions import Invent
from game.rules.details import MOST_DETAILS
from game.rules.effects import Step
from game.rules.events import Invented
from game.rules.state import State
from game.rules.world import World


class Detail(NamedTuple):
    """A detail that a place or a person has: its kind, and the words in its slots."""

    kind: str
    words: Mapping[str, str]


def kinds_of(world: World, subject: str) -> tuple[str, ...]:
    """Return the kinds of details that the author lets be made up of a place or a person."""
    found = world.places.get(subject) or world.people.get(subject)
    return found.invent if found else ()


def kinds_open(world: World, state: State, subject: str) -> tuple[str, ...]:
    """Return the kinds of details that may still be made up of a place or a person."""
    had = [kind for kind in world.details if has_detail(state, subject, kind)]
    if state.ending or len(had) >= MOST_DETAILS:
        return ()
    return tuple(kind for kind in kinds_of(world, subject) if kind not in had)


def has_detail(state: State, subject: str, kind: str) -> bool:
    """Return whether a detail of a kind was made up of a place or a person."""
    return detail_key(subject, kind) in state.details


def details_of(world: World, state: State, subject: str) -> Iterator[Detail]:
    """Yield the details that a place or a person has, kind by kind."""
    for kind in world.details:
        detail = state.details.get(detail_key(subject, kind), "")
        if detail and (words := words_of(world, subject, kind, detail)) is not None:
            yield Detail(kind, words)


def words_of(world: World, subject: str, kind: str, detail: str) -> Mapping[str, str] | None:
    """Return the words of a detail; None for what is in no closed form that the author allows."""
    return world.details[kind].words(detail) if kind in kinds_of(world, subject) else None


def may_invent(world: World, state: State, action: Invent) -> bool:
    """Return whether a detail may be made up now: the author allows it, it is in its closed form, and there is room."""
    is_open = action.kind in kinds_open(world, state, action.subject)
    return is_open and words_of(world, action.subject, action.kind, action.detail) is not None


def invent(state: State, action: Invent) -> Step:
    """Return the state with a detail made up."""
    details = {**state.details, detail_key(action.subject, action.kind): action.detail}
    return state.but(details=details), (Invented(action.subject, action.kind, action.detail),)


def details_that_fit(world: World, details: Mapping[str, str]) -> dict[str, str]:
    """Return those of a state's details that a world still allows."""
    parted = ((key, *key.partition(" ")[::2], detail) for key, detail in details.items())
    return {key: detail for key, who, kind, detail in parted if words_of(world, who, kind, detail) is not None}


def detail_key(subject: str, kind: str) -> str:
    """Return the name under which a state keeps a detail."""
    return f"{subject} {kind}"
