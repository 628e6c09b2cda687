"""Why a condition never holds or never fails, in a few words: the first of its parts that explains it.

Knows nothing of where a condition stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.checks.survey import Survey
from game.authoring.checks.written import Asked
from game.authoring.logic.literals import OPPOSITE, PLAYER, Literal, Need, alternatives
from game.authoring.logic.values import Values
from game.loader.diagnostics import nearest
from game.rules.expressions import MAX_NUMBER

_FEW = 5
_TRUTHS = (["True"], ["False"])
_TWICE = {PLAYER: "the player is in one place at a time"}
_TOGETHER = "its parts exclude each other"


def why_never(survey: Survey, asked: Asked) -> str:
    """Return what keeps a condition from ever holding, as far as it can be said; a near value is suggested."""
    literals = [*_literals(survey, asked)]
    for each in literals:
        values = survey.ranges(each.name)
        if values.narrowed(each.sign, each.value).is_empty:
            return _never_is(each, values)
    twice = _asked_twice(survey, [*survey.given(asked), *literals])
    return _TWICE.get(twice, f"'{twice}' cannot be both at once") if twice else _TOGETHER


def why_always(survey: Survey, asked: Asked) -> str:
    """Return why a condition never fails, as far as it can be said."""
    for each in _literals(survey, asked):
        if "(" not in each.name and survey.ranges(each.name).narrowed(OPPOSITE[each.sign], each.value).is_empty:
            return _never_is(each, survey.ranges(each.name))
    return "leave it out, or ask for something that can change"


def why_in_vain(survey: Survey, asked: Asked) -> str:
    """Return the first part of a condition that nothing which may happen makes true, as far as there is one."""
    for each in _literals(survey, asked):
        if survey.may.ranges(each.name).narrowed(each.sign, each.value).is_empty:
            return f"{_spelt(each)} is never true"
    return ""


def _spelt(literal: Literal) -> str:
    match literal:
        case Literal(name, _, place) if name == PLAYER:
            return f"at({place})"
        case Literal(name, "==", bool() as so):
            return name if so else f"not {name}"
        case Literal(name, sign, str() as text):
            return f"{name} {sign} '{text}'"
    return f"{literal.name} {literal.sign} {literal.value}"


def _literals(survey: Survey, asked: Asked) -> Iterator[Literal]:
    ways = alternatives(survey.decider.tree(asked.source), survey.world.names)
    yield from (each for each in next(ways, ()) if isinstance(each, Literal))


def _never_is(literal: Literal, values: Values) -> str:
    """Return what the values are that something named is restricted to."""
    if values.only is None:
        return f"'{literal.name}' is never {_bound(values)}"
    shown = sorted(str(each) for each in values.only)
    near = nearest(str(literal.value), shown) if isinstance(literal.value, str) else None
    meant = f"; did you mean '{near}'?" if near else ""
    only = " or ".join(f"'{each}'" for each in shown) if len(shown) <= _FEW else f"one of {len(shown)} values"
    return f"'{literal.name}' is only ever {only.lower() if shown in _TRUTHS else only}{meant}"


def _bound(values: Values) -> str:
    if values.most == MAX_NUMBER:
        return f"below {values.least}"
    return f"above {values.most}" if values.least == -MAX_NUMBER else f"below {values.least} or above {values.most}"


def _asked_twice(survey: Survey, needs: list[Need]) -> str:
    """Return the first name of which several things are asked that exclude each other."""
    held: dict[str, Values] = {}
    for each in [need for need in needs if isinstance(need, Literal)]:
        held[each.name] = (held.get(each.name) or survey.ranges(each.name)).narrowed(each.sign, each.value)
        if held[each.name].is_empty:
            return each.name
    return ""
