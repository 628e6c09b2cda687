"""Conditions: a small expression language, checked and typed once, compiled to closures over State.

Knows nothing of files. A whitelist of Python's syntax tree: no attributes, no subscripts, no calls but the named ones;
how source text becomes that tree is `parsing`'s business.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain
from operator import eq, ge, gt, le, lt, ne

from game.rules.draws import Draws
from game.rules.names import CLOCK_WORDS, CONSTANTS, ExpressionError, Names
from game.rules.parsing import foreign, line_start, parse_expression
from game.rules.queries import QUERIES
from game.rules.slips import foreign_query, foreign_word, unquoted
from game.rules.state import State, Value

MAX_NUMBER = 10**12

Evaluate = Callable[[State, Draws], Value]

_NO_DRAWS = Draws(0, 0)
_WORDS = {"true": True, "false": False}
_KEYWORDS = frozenset({"and", "or", "not", "true", "false", "time", "turn"})

_COMPARISONS: dict[type[ast.cmpop], Callable[..., bool]] = {
    ast.Eq: eq,
    ast.NotEq: ne,
    ast.Lt: lt,
    ast.LtE: le,
    ast.Gt: gt,
    ast.GtE: ge,
}
_ARITHMETIC: dict[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: lambda a, b: bounded(a + b),
    ast.Sub: lambda a, b: bounded(a - b),
    ast.Mult: lambda a, b: bounded(a * b),
    ast.FloorDiv: lambda a, b: a // b if b else 0,
    ast.Mod: lambda a, b: a % b if b else 0,
}


def bounded(number: int, least: int = -MAX_NUMBER, most: int = MAX_NUMBER) -> int:
    """Return number held within its bounds: plus and minus MAX_NUMBER at the least, so that none grows without end."""
    return max(least, min(most, number))


@dataclass(frozen=True, slots=True)
class Expression:
    """A checked expression; type is bool, int or str. Equal sources are equal expressions."""

    source: str
    type: type
    evaluate: Evaluate = field(compare=False, repr=False)

    def of(self, state: State) -> Value:
        """Return the expression's value in a state; it must have been compiled without draws."""
        return self.evaluate(state, _NO_DRAWS)


@dataclass(frozen=True, slots=True)
class Condition:
    """An expression that is true or false of a state."""

    source: str
    evaluate: Evaluate = field(compare=False, repr=False)

    def holds(self, state: State) -> bool:
        """Return whether the condition is true of state."""
        return bool(self.evaluate(state, _NO_DRAWS))


def compile_condition(source: str, names: Names) -> Condition:
    """Return the condition. Raises ExpressionError, located in source, for anything but a true-or-false expression."""
    expression = compile_expression(source, names)
    if expression.type is not bool:
        shown = _shown_type(expression.type)
        raise ExpressionError(f"a condition is true or false, but this is {shown}", length=len(source))
    return Condition(source, expression.evaluate)


def compile_expression(source: str, names: Names, *, may_roll: bool = False) -> Expression:
    """Return the typed expression. Raises ExpressionError, located in source."""
    kind, evaluate = _Compiler(source, names, may_roll=may_roll).compile(parse_expression(source))
    return Expression(source, kind, evaluate)


def _shown_type(kind: type) -> str:
    return {bool: "true or false", int: "a number", str: "a text"}[kind]


class _Compiler:
    """Turns one syntax tree into a typed closure, node kind by node kind."""

    def __init__(self, source: str, names: Names, *, may_roll: bool) -> None:
        self._source = source
        self._names = names
        self._may_roll = may_roll

    def compile(self, node: ast.expr) -> tuple[type, Evaluate]:  # noqa: C901 - one case for each kind of node
        match node:
            case ast.Name():
                return self._name(node)
            case ast.Call(func=ast.Name(id=called), args=args, keywords=[]):
                return self._call(node, called, args)
            case ast.Constant(value=int() as value) if value > MAX_NUMBER:
                raise self._error(f"this number is too large; {MAX_NUMBER} is the most", node)
            case ast.Constant(value=bool() | int() | str() as value):
                return type(value), lambda state, draws: value
            case ast.BoolOp(op=operator, values=values):
                return self._junction(operator, values)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                inner = self._typed(operand, bool)
                return bool, lambda state, draws: not inner(state, draws)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                number = self._typed(operand, int)
                return int, lambda state, draws: -int(number(state, draws))
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _ARITHMETIC:
                return self._arithmetic(left, operator, right)
            case ast.Compare():
                return self._comparison(node)
            case ast.Attribute(value=ast.Name(id=name), attr=asked) if asked in QUERIES:
                raise self._error(f"write {asked}({name})", node)
        raise foreign(self._source) or self._error("this has no meaning in a condition or an effect", node)

    def _error(self, message: str, node: ast.expr, **details: object) -> ExpressionError:
        column = self._column(node.lineno, node.col_offset)
        end = self._column(node.end_lineno or node.lineno, node.end_col_offset or node.col_offset + 1)
        return ExpressionError(message, column=column, length=end - column, **details)  # type: ignore[arg-type]

    def _column(self, line: int, offset: int) -> int:
        """Return where in the source a place of the syntax tree is; Python gives its offset in bytes of UTF-8."""
        start = line_start(self._source, line)
        return start + len(self._source[start:].encode()[:offset].decode(errors="ignore"))

    def _typed(self, node: ast.expr, wanted: type) -> Evaluate:
        kind, evaluate = self.compile(node)
        if kind is not wanted:
            raise self._error(f"{_shown_type(wanted)} is wanted here, but this is {_shown_type(kind)}", node)
        return evaluate

    def _name(self, node: ast.Name) -> tuple[type, Evaluate]:
        name = node.id
        if name in _WORDS:
            return bool, lambda state, draws: _WORDS[name]
        if name in ("time", "turn"):
            return int, lambda state, draws: int(getattr(state, name))
        if name in CLOCK_WORDS and self._names.clock is not None:
            read = getattr(self._names.clock, name)
            return (str if name == "daypart" else int), lambda state, draws: read(state.time)
        if name in self._names.facts:
            return type(self._names.facts[name]), lambda state, draws: state.facts[name]
        if name in self._names.kinds or name in CONSTANTS:
            return str, lambda state, draws: name
        candidates = chain(self._names.facts, self._names.kinds, _KEYWORDS)
        message = f"there is no [clock] to tell '{name}'" if name in CLOCK_WORDS else f"there is no fact or id '{name}'"
        raise self._error(message + foreign_word(name), node, unknown=name, candidates=candidates)

    def _call(self, node: ast.Call, called: str, args: list[ast.expr]) -> tuple[type, Evaluate]:
        if called == "draw" and self._may_roll:
            tables, name = self._names.tables, self.argument(node, called, args, ("table",))
            return str, lambda state, draws: tables[name](state, draws)  # noqa: PLW0108 - tables are filled later
        if called == "roll" and self._may_roll and len(args) == 1:
            sides = self._typed(args[0], int)
            return int, lambda state, draws: draws.roll(int(sides(state, draws)))
        if called not in QUERIES:
            if called in ("roll", "draw"):
                raise self._error(f"only an effect can {called}, so that looking never changes anything", node)
            message = f"there is no '{called}(…)'{foreign_query(called)}"
            raise self._error(message, node.func, unknown=called, candidates=QUERIES)
        query = QUERIES[called]
        name = self.argument(node, called, args, query.kinds)
        return query.type, lambda state, draws: query.ask(state, name)

    def argument(self, node: ast.Call, called: str, args: list[ast.expr], kinds: tuple[str, ...]) -> str:
        """Return the one id that a call names. Raises ExpressionError when it is missing or of another kind."""
        wanted = " or ".join(kinds)
        if len(args) != 1 or not isinstance(args[0], ast.Name):
            raise self._error(f"'{called}(…)' takes the id of one {wanted}", node)
        name = args[0].id
        if self._names.kinds.get(name) not in kinds:
            candidates = self._names.of_kind(*kinds)
            raise self._error(f"there is no {wanted} '{name}'", args[0], unknown=name, candidates=candidates)
        return name

    def _junction(self, operator: ast.boolop, values: list[ast.expr]) -> tuple[type, Evaluate]:
        parts = [self._typed(value, bool) for value in values]
        decisive = isinstance(operator, ast.Or)

        def decide(state: State, draws: Draws) -> bool:
            for part in parts:  # Not any() and all(): they would take three times as long.
                if part(state, draws) is decisive:
                    return decisive
            return not decisive

        return bool, decide

    def _arithmetic(self, left: ast.expr, operator: ast.operator, right: ast.expr) -> tuple[type, Evaluate]:
        first, second = self._typed(left, int), self._typed(right, int)
        compute = _ARITHMETIC[type(operator)]
        return int, lambda state, draws: compute(int(first(state, draws)), int(second(state, draws)))

    def _comparison(self, node: ast.Compare) -> tuple[type, Evaluate]:
        if len(node.ops) != 1 or type(node.ops[0]) not in _COMPARISONS:
            raise foreign(self._source) or self._error("compare two values at a time, with == != < <= > or >=", node)
        kind, first = self.compile(node.left)
        if not isinstance(node.ops[0], ast.Eq | ast.NotEq) and kind is not int:
            raise self._error("only numbers can be less or more than one another", node)
        is_place = isinstance(node.left, ast.Call) and ast.unparse(node.left.func) == "place"
        second = self._compared(node.comparators[0], kind, is_text=kind is str and not is_place)
        compare = _COMPARISONS[type(node.ops[0])]
        if isinstance(node.comparators[0], ast.Constant):
            value = node.comparators[0].value
            return bool, lambda state, draws: compare(first(state, draws), value)
        return bool, lambda state, draws: compare(first(state, draws), second(state, draws))

    def _compared(self, node: ast.expr, wanted: type, *, is_text: bool) -> Evaluate:
        try:
            return self._typed(node, wanted)
        except ExpressionError as error:
            raise unquoted(error) if is_text else error from None
