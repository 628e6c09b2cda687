"""What each thing that a condition can name may ever be, in any play: by how it begins and by the effects on it.

Knows nothing of whether an effect ever comes about. It may say too much, never too little.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from game.authoring.logic.arithmetic import EVERY
from game.authoring.logic.literals import ENDING, PLAYER, name_of, value_of
from game.authoring.logic.values import ALL, EITHER, YES, Values, between, one_of
from game.rules.clock import Clock
from game.rules.effects import SHAPE
from game.rules.expressions import MAX_NUMBER
from game.rules.names import Names
from game.rules.parsing import parse_expression
from game.rules.state import NOWHERE, YOU, Value
from game.rules.world import Person, Table, Thing, World

_DAY = 24 * 60
# The ways of being of things, and whether the player can change that of one.
_BEING: Mapping[str, Callable[[Thing], bool]] = {
    "closed": lambda thing: thing.closed is not None,
    "locked": lambda thing: thing.locked is not None,
    "worn": lambda thing: thing.worn is not None,
    "lit": lambda thing: thing.switch,
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What an effect does to its target: with '=' sets it, with '+=' and '-=' adds to it."""

    sign: str
    value: ast.expr


def settings_of(effects: Iterable[str]) -> dict[str, list[Setting]]:
    """Return what effects do to each target, spelt as in "trust(mira)"; the effects are ones that can be compiled."""
    found: dict[str, list[Setting]] = defaultdict(list)
    for source in dict.fromkeys(effects):
        if shape := SHAPE.match(source):
            found["".join(shape["target"].split())].append(Setting(shape["op"], parse_expression(shape["value"])))
    return dict(found)


class Ranges:
    """Answers for one world. settings are the effects on each target."""

    def __init__(self, world: World, settings: Mapping[str, list[Setting]]) -> None:
        self._world = world
        self._names: Names = world.names
        self.settings = settings
        self._known: dict[str, Values] = {}

    def __call__(self, name: str) -> Values:
        """Return what something named may be."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._found(name)
        return known

    def first(self, name: str) -> Values | None:
        """Return what something is while no effect has touched it; None for what changes by itself."""
        if name in self._world.facts and name in self.settings:
            return one_of([self._world.facts[name]])
        query, _, named = name.removesuffix(")").partition("(")
        if query in ("trust", "mood") and named in self._world.people:
            return one_of([getattr(self._world.people[named], query)])
        return None

    def _found(self, name: str) -> Values:
        if name in self._world.facts:
            return self._fact(name)
        if "(" not in name:
            return self._word(name)
        query, _, named = name.removesuffix(")").partition("(")
        return self._asked(name, query, named)

    def _fact(self, name: str) -> Values:
        start = self._world.facts[name]
        if name not in self.settings:
            return EITHER if isinstance(start, bool) else between(*self._names.bounds.get(name, EVERY))
        return self._set(name, start)

    def _word(self, name: str) -> Values:
        if name == ENDING:
            return one_of(["", *self._world.endings])
        if name in ("time", "turn"):
            return between(0, MAX_NUMBER)
        if name == "day":
            return between(1, MAX_NUMBER)
        return one_of(_on_the_clock(name, self._names.clock)) if self._names.clock is not None else ALL

    def _asked(self, name: str, query: str, named: str) -> Values:
        if name == PLAYER:
            return Values(self._world.places.keys())
        if query in ("trust", "mood"):
            return self._set(name, getattr(self._world.people[named], query))
        if query == "place":
            return self._where(named)
        if query in _BEING:
            return self._being(name, query, self._world.things[named])
        return YES if query == "visited" and named == self._world.start else EITHER

    def _set(self, name: str, start: Value) -> Values:
        """Return what a fact or a number of a person's may become from its start."""
        settings = self.settings.get(name, [])
        if not isinstance(start, int) or isinstance(start, bool):
            return self._named(start, settings)
        return self._numbers(name, start, settings)

    def _named(self, start: Value, settings: list[Setting]) -> Values:
        values: set[Value] = {start}
        for setting in settings:
            if (drawn := self._drawn(setting.value)) is not None:
                values.update(drawn)
            elif (value := value_of(setting.value, self._names)) is not None:
                values.add(value)
            else:
                return EITHER if isinstance(start, bool) else ALL
        return Values(frozenset(values))

    def _drawn(self, node: ast.expr) -> list[str] | None:
        """Return what may be drawn where a table is drawn from."""
        name = name_of(node)
        table = self._names.tables.get(name[5:-1]) if name.startswith("draw(") else None
        return ["", *(each.text for each in table.entries)] if isinstance(table, Table) else None

    def _numbers(self, name: str, start: int, settings: list[Setting]) -> Values:
        least, most = self._names.bounds.get(name, EVERY)
        lowest = highest = start
        values: set[Value] | None = {start}
        for setting in settings:
            low, high = self._ends(setting.value)
            if setting.sign == "=":
                lowest, highest = min(lowest, low), max(highest, high)
                values = values | {low} if values is not None and low == high else None
                continue
            values = None
            down, up = (low, high) if setting.sign == "+=" else (-high, -low)
            lowest, highest = (least if down < 0 else lowest), (most if up > 0 else highest)
        if values is not None:
            return one_of(max(least, min(most, int(each))) for each in values)
        return between(max(least, min(most, lowest)), max(least, min(most, highest)))

    def _ends(self, node: ast.expr) -> tuple[int, int]:
        value = value_of(node, self._names)
        if isinstance(value, int):
            return value, value
        match node:
            case ast.Call(func=ast.Name(id="roll"), args=[sides]):
                most = value_of(sides, self._names)
                return 1, max(1, most) if isinstance(most, int) else MAX_NUMBER
        return EVERY

    def _where(self, named: str) -> Values:
        found = self._world.things.get(named) or self._world.people[named]
        told = {str(value_of(each.value, self._names)) for each in self.settings.get(f"place({named})", ())}
        if isinstance(found, Person):
            return one_of({found.at, *told, *(each.at for each in found.schedule)})
        if found.portable or YOU in (found.at, *told):
            return Values(self._anywhere)
        return one_of({found.at, *told})

    @cached_property
    def _anywhere(self) -> frozenset[Value]:
        world = self._world
        return frozenset({*world.places, *world.people, *world.things, YOU, NOWHERE})

    def _being(self, name: str, how: str, thing: Thing) -> Values:
        begins, set_to = bool(getattr(thing, how)), self.settings.get(name, [])
        if _BEING[how](thing) or any(value_of(each.value, self._names) is None for each in set_to):
            return EITHER
        return one_of([begins, *(value_of(each.value, self._names) is True for each in set_to)])


def _on_the_clock(word: str, clock: Clock) -> Iterable[Value]:
    """Return all that a clock can read: after a day's worth of turns it reads the same again."""
    return {getattr(clock, word)(time) for time in range(_DAY)}
