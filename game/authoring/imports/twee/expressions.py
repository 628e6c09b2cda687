"""The expressions of Twine's formats as a tree, with what all of them have in common.

Knows nothing of how a format writes them, or of how a world does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

Value = bool | int | str

COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})
ARITHMETIC = frozenset({"+", "-", "*", "/", "%"})


class Untranslated(Exception):
    """An expression means nothing in a world; the message says why, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A value as it stands."""

    value: Value


@dataclass(frozen=True, slots=True)
class Variable:
    """The value of a variable, by the name it has in its format less a $."""

    name: str


@dataclass(frozen=True, slots=True)
class Visits:
    """How often a passage was come to, this time included; without a name, the passage it stands in."""

    passage: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """Whether a passage was come to: this time included, or only before it."""

    passage: str
    before: bool = False


@dataclass(frozen=True, slots=True)
class Roll:
    """A number drawn from least to most."""

    least: Expression
    most: Expression


@dataclass(frozen=True, slots=True)
class Draw:
    """One of several texts, each as likely as the others."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What holds when another does not."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Minus:
    """A number with the other sign."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Binary:
    """sign is "and", "or", one of COMPARISONS or one of ARITHMETIC."""

    sign: str
    left: Expression
    right: Expression


Expression = Literal | Variable | Visits | Seen | Roll | Draw | Not | Minus | Binary

TRUE, FALSE = Literal(value=True), Literal(value=False)


def parts(expression: Expression) -> Iterator[Expression]:
    """Yield an expression and all within it."""
    yield expression
    match expression:
        case Not(of) | Minus(of):
            yield from parts(of)
        case Binary(_, one, other) | Roll(one, other):
            yield from parts(one)
            yield from parts(other)


def variables(expression: Expression) -> set[str]:
    """Return the variables that an expression reads."""
    return {each.name for each in parts(expression) if isinstance(each, Variable)}


def rewritten(expression: Expression, change: Callable[[Expression], Expression]) -> Expression:
    """Return an expression with each part of it, from the innermost out, as change gives it."""
    match expression:
        case Not(of):
            expression = Not(rewritten(of, change))
        case Minus(of):
            expression = Minus(rewritten(of, change))
        case Binary(sign, left, right):
            expression = Binary(sign, rewritten(left, change), rewritten(right, change))
        case Roll(least, most):
            expression = Roll(rewritten(least, change), rewritten(most, change))
    return change(expression)


def as_test(expression: Expression) -> Expression:
    """Return an expression that is asked whether it is true: visits become whether there was one."""
    match expression:
        case Visits(passage):
            return Seen(passage) if passage else TRUE
        case Not(of):
            return Not(as_test(of))
        case Binary("and" | "or" as sign, left, right):
            return Binary(sign, as_test(left), as_test(right))
        case Binary(sign, Visits(passage), Literal(int() as number)) if passage and (sign, number) in _SOME:
            return Seen(passage)
        case Binary(sign, Visits(passage), Literal(int() as number)) if passage and (sign, number) in _NONE:
            return Not(Seen(passage))
    return expression


_SOME = frozenset({(">", 0), (">=", 1), ("!=", 0)})
_NONE = frozenset({("==", 0), ("<", 1), ("<=", 0)})
"""Comparisons by which a number of visits is at least one, or none."""
