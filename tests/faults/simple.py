"""The simplest thing that a run should be: a tree of turns with their tellings, in a world under two sets of names.

Knows nothing of how a run is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce

from game.loader.load import parse_world
from game.rules.state import State
from game.session.turn_events import TurnEvent
from game.story.passages import Grew, Opened, format_passages, gather, parse_passages
from tests.kit import INN

LAMP = parse_world(INN, name="inn.toml")
_RENAMED = (("thing.lamp", "thing.lantern"), ("(lamp)", "(lantern)"), ('"lamp"', '"lantern"'))
LANTERN = parse_world(reduce(lambda text, pair: text.replace(*pair), _RENAMED, INN), name="inn.toml")
RENAMED = {LAMP.digest: (LANTERN, {"lamp": "lantern"}), LANTERN.digest: (LAMP, {"lantern": "lamp"})}
"""For each world the other one, and what ids are called there."""


@dataclass(slots=True)
class Node:
    """A turn as it should be: what was typed, its tellings in the order they were told, which is chosen, ratings."""

    id: int
    parent: int | None
    state: State
    words: str = ""
    line: str = ""
    told: list[str] = field(default_factory=list)
    chosen: int = 0
    ratings: dict[int, int] = field(default_factory=dict)


def told(events: Iterable[TurnEvent]) -> str:
    """Return the passages among events, in their form as text."""
    return format_passages(gather(event for event in events if isinstance(event, Opened | Grew)))


def shown(text: str) -> str:
    """Return a stored telling as a session shows it."""
    return format_passages(parse_passages(text))
