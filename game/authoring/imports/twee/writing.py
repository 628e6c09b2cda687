"""Expressions as a world writes them: typed, checked, and no longer than it reads.

Knows nothing of passages: variables have types and ids by the time they are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.authoring.imports.twee.expressions import (
    ARITHMETIC,
    COMPARISONS,
    Binary,
    Draw,
    Expression,
    Literal,
    Minus,
    Not,
    Roll,
    Seen,
    Untranslated,
    Value,
    Variable,
    parts,
)
from game.authoring.imports.twee.nodes import Sets
from game.rules.parsing import MAX_LENGTH

MAX_TEXT = 200
"""Characters of a text that a fact may hold."""
MAX_DRAWN = 500
_OR, _AND, _NOT, _COMPARED, _SUM, _PRODUCT, _SIGNED, _ATOM = range(1, 9)
_STRENGTH = {"or": _OR, "and": _AND, **dict.fromkeys(COMPARISONS, _COMPARED)}
_STRENGTH |= {"+": _SUM, "-": _SUM, "*": _PRODUCT, "/": _PRODUCT, "%": _PRODUCT}
_SIGN = {"/": "//"}
_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_SAID = {bool: "true or false", int: "a number", str: "a text"}
_NEUTRAL: dict[type, str] = {int: "0", str: "''"}


@dataclass(frozen=True, slots=True)
class Written:
    """A world's expression, how strongly its outermost operator binds, and its type: bool, int or str."""

    source: str
    strength: int
    type: type

    def within(self, strength: int) -> str:
        """Return the source as it may stand beside an operator."""
        return self.source if self.strength >= strength else f"({self.source})"


@dataclass(frozen=True, slots=True)
class Writer:
    """ids and types are those of the variables; scenes are the ids of the passages that can be seen.

    tables are the ids of the tables that draw one of several texts.
    """

    ids: Mapping[str, str]
    types: Mapping[str, type]
    scenes: Mapping[str, str]
    tables: Mapping[tuple[str, ...], str] = field(default_factory=dict)

    def condition(self, expression: Expression) -> Written:
        """Return what asks whether an expression is true. Raises Untranslated."""
        _check_rolls(expression)
        return _bounded(self._test(expression))

    def value(self, expression: Expression, *, rolls: bool = False) -> Written:
        """Return an expression's value; only an effect rolls. Raises Untranslated."""
        if not rolls:
            _check_rolls(expression)
        return _bounded(self._value(expression))

    def effect(self, sets: Sets) -> str:
        """Return the effect that sets a variable. Raises Untranslated."""
        name, wanted = self.ids[sets.variable], self.types[sets.variable]
        match sets.value:
            case Binary("+" | "-" as sign, Variable(own), change) if own == sets.variable and wanted is int:
                op, value = f"{sign}=", self.value(change, rolls=True)
            case _:
                op, value = "=", self.value(sets.value, rolls=True)
        if value.type is not wanted:
            raise Untranslated(f"'{name}' holds {_SAID[wanted]}, and this is {_SAID[value.type]}")
        source = f"{name} {op} {value.source}"
        if len(source) > MAX_LENGTH:
            raise Untranslated("it is too long")
        return source

    def _test(self, expression: Expression) -> Written:
        match expression:
            case Not(of):
                return self._denied(of)
            case Binary("and" | "or" as sign, left, right):
                return _joined(self._test(left), sign, self._test(right), bool)
        value = self._value(expression)
        if value.type is bool:
            return value
        return Written(f"{value.within(_SUM)} != {_NEUTRAL[value.type]}", _COMPARED, bool)

    def _denied(self, expression: Expression) -> Written:
        match expression:
            case Not(of):
                return self._test(of)
            case Literal(bool() as value):
                return Written("false" if value else "true", _ATOM, bool)
            case Binary(sign, left, right) if sign in COMPARISONS:
                return self._test(Binary(_OPPOSITE[sign], left, right))
        test = self._test(expression)
        return Written(f"not {test.within(_NOT)}", _NOT, bool)

    def _value(self, expression: Expression) -> Written:  # noqa: C901 - one case for each kind of expression
        match expression:
            case Literal(value):
                return _constant(value)
            case Variable(name):
                return Written(self.ids[name], _ATOM, self.types[name])
            case Seen(passage):
                return Written(f"seen({self.scenes[passage]})", _ATOM, bool)
            case Minus(of):
                return Written(f"-{self._number(of).within(_ATOM)}", _SIGNED, int)
            case Roll(least, most):
                return self._roll(least, most)
            case Draw(texts):
                return self._drawn(texts)
            case Binary(sign, left, right) if sign in ARITHMETIC:
                return _joined(self._number(left), _SIGN.get(sign, sign), self._number(right), int)
            case Binary(sign, left, right) if sign in COMPARISONS:
                return self._compared(sign, left, right)
        return self._test(expression)

    def _number(self, expression: Expression) -> Written:
        value = self._value(expression)
        if value.type is not int:
            raise Untranslated(f"a world reckons with numbers, and this is {_SAID[value.type]}")
        return value

    def _roll(self, least: Expression, most: Expression) -> Written:
        match least, most:
            case Literal(int() as low), Literal(int() as high) if low <= high:
                shift = f" + {low - 1}" if low > 1 else f" - {1 - low}" if low < 1 else ""
                return Written(f"roll({high - low + 1}){shift}", _SUM if shift else _ATOM, int)
            case Literal(1), _:
                return Written(f"roll({self._number(most).source})", _ATOM, int)
        raise Untranslated("a world draws between two plain numbers")

    def _drawn(self, texts: tuple[str, ...]) -> Written:
        if len(texts) > MAX_DRAWN or any(len(each) > MAX_TEXT for each in texts):
            raise Untranslated(f"a world draws from {MAX_DRAWN} texts at most, of {MAX_TEXT} characters")
        return Written(f"draw({self.tables[texts]})", _ATOM, str)

    def _compared(self, sign: str, left: Expression, right: Expression) -> Written:
        if isinstance(left, Literal) and not isinstance(right, Literal):
            return self._compared(_MIRRORED[sign], right, left)
        first, second = self._value(left), self._value(right)
        if first.type is not second.type:
            raise Untranslated(f"{_SAID[first.type]} is compared with {_SAID[second.type]}")
        if sign not in ("==", "!=") and first.type is not int:
            raise Untranslated("only numbers are less or more than one another")
        if isinstance(right, Literal) and isinstance(right.value, bool):
            return self._test(left) if right.value is (sign == "==") else self._denied(left)
        return Written(f"{first.within(_SUM)} {sign} {second.within(_SUM)}", _COMPARED, bool)


_MIRRORED = {"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}


def both(*conditions: str | None) -> str | None:
    """Return the condition that holds when all do; empty ones always do. None is one too long to be written."""
    given = dict.fromkeys(each for each in conditions if each != "")
    source = " and ".join(_beside_and(each) if len(given) > 1 else each for each in given if each is not None)
    return None if None in given or len(source) > MAX_LENGTH else source


def denied(condition: str) -> str:
    """Return the condition that holds when another does not."""
    return {"true": "false", "false": "true"}.get(condition, f"not ({condition})")


def _beside_and(condition: str) -> str:
    return f"({condition})" if " or " in condition else condition


def _joined(left: Written, sign: str, right: Written, kind: type) -> Written:
    strength = _STRENGTH.get("/" if sign == "//" else sign, _ATOM)
    beyond = strength if sign in ("and", "or") else strength + 1
    return Written(f"{left.within(strength)} {sign} {right.within(beyond)}", strength, kind)


def _check_rolls(expression: Expression) -> None:
    if any(isinstance(each, Roll | Draw) for each in parts(expression)):
        raise Untranslated("only what is set can be drawn by chance")


def _bounded(written: Written) -> Written:
    if len(written.source) > MAX_LENGTH:
        raise Untranslated("it is too long")
    return written


def _constant(value: Value) -> Written:
    if not isinstance(value, str):
        return Written(str(value).lower(), _ATOM, type(value))
    sign = '"' if "'" in value else "'"
    if sign in value or len(value) > MAX_TEXT or not value.isprintable() or set(value) & set("\\{}"):
        raise Untranslated("a world's conditions and effects cannot hold a text like this")
    return Written(f"{sign}{value}{sign}", _ATOM, str)
