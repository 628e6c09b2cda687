"""Effects: `target op expression`, checked once, applied to a state to give the next one and its events.

Knows nothing of when an effect is due. To add a property that authors can set, add a line to PROPERTIES.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain

from game.rules.draws import Draws
from game.rules.events import Changed, Event, Moved, Revealed
from game.rules.expressions import Expression, bounded, compile_expression
from game.rules.names import ExpressionError, Names
from game.rules.queries import QUERIES
from game.rules.slips import effect_shape, how_to_set, second_effect, unquoted
from game.rules.state import NOWHERE, YOU, State, Value

Step = tuple[State, tuple[Event, ...]]

SHAPE = re.compile(r"^\s*(?P<target>[^=+\-]*?)\s*(?P<op>\+=|-=|=)(?!=)\s*(?P<value>.*)$", re.DOTALL)
"""The three parts of an effect's source."""
_TARGET = re.compile(r"^(?P<name>\w+)(?:\(\s*(?P<argument>\w*)\s*\))?$")


@dataclass(frozen=True, slots=True)
class Property:
    """Something other than a fact that an effect can set: of which kinds of id, of which type, read and written how."""

    kinds: tuple[str, ...]
    type: type
    read: Callable[[State, str], Value]
    write: Callable[[State, str, Value], Step]


@dataclass(frozen=True, slots=True)
class Effect:
    """One checked effect. Equal sources are equal effects."""

    source: str
    apply: Callable[[State, Draws], Step] = field(compare=False, repr=False)


def apply_effects(effects: Iterable[Effect], state: State, draws: Draws) -> Step:
    """Return the state after all effects, in order, and their events."""
    events: tuple[Event, ...] = ()
    for effect in effects:
        state, more = effect.apply(state, draws)
        events += more
    return state, events


def compile_effect(source: str, names: Names) -> Effect:
    """Return the effect. Raises ExpressionError, located in source."""
    shape = SHAPE.match(source)
    if not shape:
        raise ExpressionError(effect_shape(source), length=max(len(source), 1))
    accessor = _compile_target(shape, names)
    value = _compile_value(shape, names, accessor.type)
    if shape["op"] == "=":
        return Effect(source, lambda state, draws: accessor.write(state, value.evaluate(state, draws)))
    if accessor.type is not int:
        raise ExpressionError("only a number can be added to", column=shape.start("op"), length=2)
    sign = 1 if shape["op"] == "+=" else -1
    return Effect(
        source,
        lambda state, draws: accessor.write(
            state, bounded(int(accessor.read(state)) + sign * int(value.evaluate(state, draws)))
        ),
    )


@dataclass(frozen=True, slots=True)
class _Accessor:
    type: type
    read: Callable[[State], Value]
    write: Callable[[State, Value], Step]


def _compile_target(shape: re.Match[str], names: Names) -> _Accessor:
    start, length = shape.start("target"), len(shape["target"])
    target = _TARGET.match(shape["target"])
    if not target:
        raise ExpressionError(
            "the left side is a fact or a property such as trust(mira)", column=start, length=max(length, 1)
        )
    name, argument = target["name"], target["argument"]
    if argument is None:
        return _fact(name, names, column=start)
    if name in QUERIES and name not in PROPERTIES:
        raise ExpressionError(f"'{name}(…)' cannot be set{how_to_set(name, argument)}", column=start, length=length)
    if name not in PROPERTIES:
        raise ExpressionError(
            f"'{name}(…)' cannot be set", column=start, length=length, unknown=name, candidates=PROPERTIES
        )
    found = PROPERTIES[name]
    if names.kinds.get(argument) not in found.kinds and not (name == "place" and argument == YOU):
        raise ExpressionError(
            f"there is no {' or '.join(found.kinds)} '{argument}'",
            column=start + target.start("argument"),
            length=max(len(argument), 1),
            unknown=argument,
            candidates=names.of_kind(*found.kinds),
        )
    return _Accessor(
        found.type, lambda state: found.read(state, argument), lambda state, value: found.write(state, argument, value)
    )


def _fact(name: str, names: Names, *, column: int) -> _Accessor:
    if name not in names.facts:
        raise ExpressionError(
            f"there is no fact '{name}'", column=column, length=len(name), unknown=name, candidates=names.facts
        )
    bounds = names.bounds.get(name)

    def write(state: State, value: Value) -> Step:
        return _set_fact(state, name, bounded(int(value), *bounds) if bounds else value)

    return _Accessor(type(names.facts[name]), lambda state: state.facts[name], write)


def _compile_value(shape: re.Match[str], names: Names, wanted: type) -> Expression:
    start = shape.start("value")
    if (second := second_effect(shape["value"])) is not None:
        raise ExpressionError("each effect is a text of its own in the list", column=start + second)
    try:
        value = compile_expression(shape["value"], names, may_roll=True)
    except ExpressionError as error:
        error.column += start
        is_text = wanted is str and not shape["target"].startswith("place")
        raise unquoted(error) if is_text else error from None
    if value.type is not wanted:
        raise ExpressionError(
            f"'{shape['target']}' holds {_NAMES[wanted]}, but this is {_NAMES[value.type]}",
            column=shape.start("value"),
            length=max(len(shape["value"]), 1),
        )
    _check_place(shape, names, value)
    return value


# Where the player, a person and a thing can be: ids of these kinds, or these constants; and how that is said.
_WHERE: dict[str, tuple[tuple[str, ...], tuple[str, ...], str]] = {
    "player": (("place",), (), "a place"),
    "person": (("place",), (NOWHERE,), "a place or 'nowhere'"),
    "thing": (("place", "person", "thing"), (YOU, NOWHERE), "a place, a person, a thing, 'you' or 'nowhere'"),
}


def _check_place(shape: re.Match[str], names: Names, value: Expression) -> None:
    target, place = _TARGET.match(shape["target"]), value.source.strip()
    if not target or target["name"] != "place" or target["argument"] is None:
        return
    kinds, constants, wanted = _WHERE[names.kinds.get(target["argument"], "player")]
    if names.kinds.get(place) not in kinds and place not in constants:
        raise ExpressionError(
            f"{wanted} is wanted here",
            column=shape.start("value"),
            length=max(len(shape["value"]), 1),
            unknown=place,
            candidates=chain(names.of_kind(*kinds), constants),
        )


_NAMES = {bool: "true or false", int: "a number", str: "a text"}


def _set_fact(state: State, name: str, value: Value) -> Step:
    changed = Changed(name, state.facts[name], value)
    return state.but(facts={**state.facts, name: value}), (changed,)


def _set_trust(state: State, person: str, value: Value) -> Step:
    changed = Changed(f"trust({person})", state.trust[person], value)
    return state.but(trust={**state.trust, person: int(value)}), (changed,)


def _set_mood(state: State, person: str, value: Value) -> Step:
    changed = Changed(f"mood({person})", state.mood[person], value)
    return state.but(mood={**state.mood, person: str(value)}), (changed,)


def _set_place(state: State, name: str, value: Value) -> Step:
    if name == YOU:
        return move_player(state, str(value))
    if str(value) in state.where and name in (value, *state.holders(str(value))):
        return state, ()  # nothing can be put into itself
    changed = Changed(f"place({name})", state.where[name], value)
    return state.but(where={**state.where, name: str(value)}), (changed,)


def move_player(state: State, place: str, *, direction: str = "") -> Step:
    """Return the state with the player in place, which counts as visited, and the event."""
    moved = state.with_mark("visited", place, place=place)
    return moved, (Moved(state.place, place, direction),)


def _set_revealed(state: State, knowledge: str, value: Value) -> Step:
    """Reveal a secret. What was once revealed stays so: setting it to false changes nothing."""
    if not value or state.is_marked("revealed", knowledge):
        return state, ()
    return state.with_mark("revealed", knowledge), (Revealed(knowledge),)


def _read_place(state: State, name: str) -> Value:
    return state.place if name == YOU else state.where.get(name, NOWHERE)


def _being(how: str) -> Property:
    def write(state: State, name: str, value: Value) -> Step:
        changed = Changed(f"{how}({name})", state.is_now(how, name), value)
        return state.with_now(how, name, so=bool(value)), (changed,)

    return Property(("thing",), bool, lambda state, name: state.is_now(how, name), write)


PROPERTIES: dict[str, Property] = {
    "trust": Property(("person",), int, lambda state, name: state.trust[name], _set_trust),
    "mood": Property(("person",), str, lambda state, name: state.mood[name], _set_mood),
    "place": Property(("thing", "person"), str, _read_place, _set_place),
    **{how: _being(how) for how in ("closed", "locked", "worn", "lit")},
    "revealed": Property(
        ("knowledge", "secret"), bool, lambda state, name: state.is_marked("revealed", name), _set_revealed
    ),
}
