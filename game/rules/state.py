"""The whole state of a run at one turn, and its one-line text form, which round-trips.

Knows nothing of the world it belongs to: ids are strings here, and what they mean is the world's business.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from hashlib import sha256
from typing import Any

Value = int | bool | str

YOU = "you"
NOWHERE = "nowhere"
_LATER = ("details", "heard")
"""Fields that states of older runs have not: left out while empty, so that those read, and digest, as they did."""
DEEPEST = 20
"""How many things within one another are followed; a world that puts two into each other ends there."""


@dataclass(frozen=True)
class State:
    """Everything that conditions can read, and what is true for ever. Mappings and sets are never changed in place.

    turn counts every action of the player's, time only those that take time. scene is the open scene; scene_at, if any,
    the place where it stays open whatever its condition says, because another scene led to it. where says for each
    thing and person the place, person, thing, `you` or `nowhere` it is at. talks counts how often each person was
    talked to. began holds the time at which scenes with a cooldown began last; told, for texts that read differently
    again, the turn in which each was told first. marks hold what is true for ever: "met mira"; now holds what may cease
    to be: "closed chest", "talking mira". details holds what was made up of places and people: "quay smell" is
    "faint.tar". heard says from whom people have what they know by hearsay: "abel lens" is "mira".
    """

    seed: int
    place: str
    turn: int = 0
    time: int = 0
    scene: str = ""
    scene_at: str = ""
    ending: str = ""
    facts: Mapping[str, Value] = field(default_factory=dict)
    where: Mapping[str, str] = field(default_factory=dict)
    trust: Mapping[str, int] = field(default_factory=dict)
    mood: Mapping[str, str] = field(default_factory=dict)
    talks: Mapping[str, int] = field(default_factory=dict)
    began: Mapping[str, int] = field(default_factory=dict)
    told: Mapping[str, int] = field(default_factory=dict)
    marks: frozenset[str] = frozenset()
    now: frozenset[str] = frozenset()
    details: Mapping[str, str] = field(default_factory=dict)
    heard: Mapping[str, str] = field(default_factory=dict)

    def but(self, **changes: Any) -> State:
        """Return this state with some fields changed: what dataclasses.replace does, in a tenth of its time."""
        other = object.__new__(State)
        object.__setattr__(other, "__dict__", self.__dict__ | changes)  # twice as fast as update, and often called
        return other

    def is_marked(self, kind: str, name: str) -> bool:
        """Return whether "kind name" was ever marked."""
        return f"{kind} {name}" in self.marks

    def with_mark(self, kind: str, name: str, **changes: Any) -> State:
        """Return this state with one more mark, and some fields changed with it."""
        return self.but(marks=self.marks | {f"{kind} {name}"}, **changes)

    def is_now(self, how: str, name: str) -> bool:
        """Return whether a thing is "closed", "locked", "worn" or "lit", or a person one that is being "talking" to."""
        return f"{how} {name}" in self.now

    def with_now(self, how: str, name: str, *, so: bool) -> State:
        """Return this state with a thing closed, locked, worn or lit, or no longer so."""
        entry = {f"{how} {name}"}
        return self.but(now=self.now | entry if so else self.now - entry)

    def holders(self, name: str) -> Iterator[str]:
        """Yield what holds a thing or person, what holds that, and so on to a place, a person, `you` or `nowhere`."""
        for _ in range(DEEPEST):
            name = self.where[name]
            yield name
            if name not in self.where or name in self.trust:
                return

    def holder(self, name: str) -> str:
        """Return where a thing or person is in the end."""
        *_, last = self.holders(name)
        return last

    def is_here(self, name: str) -> bool:
        """Return whether a thing or person is in the player's place or carried, or in something that is."""
        return self.holder(name) in (self.place, YOU)


def format_state(state: State) -> str:
    """Return the state as one line of JSON with sorted keys: equal states give equal text."""
    record = {each.name: getattr(state, each.name) for each in fields(state)}
    record["marks"], record["now"] = sorted(state.marks), sorted(state.now)
    record = {name: value for name, value in record.items() if value or name not in _LATER}
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def parse_state(text: str) -> State:
    """Return the state that format_state wrote. Raises ValueError for any other text."""
    try:
        record = json.loads(text)
        sets = {name: frozenset(record[name]) for name in ("marks", "now")}
        return State(**{**record, **sets})
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"not the text of a state: {error}") from error


def digest(state: State) -> str:
    """Return 16 hexadecimal digits that name this state."""
    return sha256(format_state(state).encode()).hexdigest()[:16]
