"""What a condition can ask of a state: one entry for each named call, `at(quay)`, `trust(mira)` and the rest.

To add one, add a line to QUERIES; the compiler, the loader's checks and the guide's table follow it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.rules.state import YOU, State, Value


@dataclass(frozen=True, slots=True)
class Query:
    """kinds are the kinds of id it takes; type is what it answers; about says it in the guide's words."""

    kinds: tuple[str, ...]
    type: type
    ask: Callable[[State, str], Value]
    about: str


def _marked(kind: str, *kinds: str, about: str) -> Query:
    return Query(kinds, bool, lambda state, name: state.is_marked(kind, name), about)


def _now(how: str, *, about: str) -> Query:
    return Query(("thing",), bool, lambda state, name: state.is_now(how, name), about)


QUERIES: dict[str, Query] = {
    "at": Query(("place",), bool, lambda state, name: state.place == name, "the player is in this place"),
    "has": Query(
        ("thing",),
        bool,
        lambda state, name: state.holder(name) == YOU,
        "the player carries this thing, or what holds it",
    ),
    "here": Query(("thing", "person"), bool, State.is_here, "it is in the player's place, or carried"),
    "trust": Query(("person",), int, lambda state, name: state.trust[name], "how far this person trusts the player"),
    "mood": Query(("person",), str, lambda state, name: state.mood[name], "this person's mood"),
    "place": Query(("thing", "person"), str, lambda state, name: state.where[name], "where it is"),
    "closed": _now("closed", about="it is closed"),
    "locked": _now("locked", about="it is locked"),
    "worn": _now("worn", about="the player wears it"),
    "lit": _now("lit", about="it gives light"),
    "seen": _marked("seen", "scene", about="this scene has begun"),
    "chosen": _marked("chosen", "choice", about="this choice was taken"),
    "visited": _marked("visited", "place", about="the player has been in this place"),
    "examined": _marked("examined", "thing", "person", about="the player has looked closely at it"),
    "revealed": _marked("revealed", "knowledge", "secret", about="the player was told this"),
    "heard": Query(
        ("knowledge",),
        bool,
        lambda state, name: any(key.endswith(f" {name}") for key in state.heard),
        "somebody has been told this by one who knows it",
    ),
    "met": _marked("met", "person", about="the player has talked to this person"),
    "talking": Query(
        ("person",),
        bool,
        lambda state, name: state.is_now("talking", name),
        "the player is in talk with this person: they spoke to them last, and neither has gone",
    ),
    "agreed": _marked("agreed", "offer", about="the player has taken this offer up"),
    "begun": _marked("begun", "quest", about="this quest has begun"),
    "done": _marked("done", "quest", about="this quest is done"),
    "ended": Query(("ending",), bool, lambda state, name: state.ending == name, "the story ended this way"),
}
