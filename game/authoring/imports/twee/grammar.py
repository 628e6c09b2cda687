"""How Twine's formats write expressions, read into trees: one grammar for all, with what differs in a Tongue.

Knows nothing of macros around an expression. Depth and length are bounded, and every sign is looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.authoring.imports.twee.drawn import one_of
from game.authoring.imports.twee.expressions import (
    COMPARISONS,
    FALSE,
    TRUE,
    Binary,
    Expression,
    Literal,
    Minus,
    Not,
    Roll,
    Seen,
    Untranslated,
    Variable,
    Visits,
)
from game.rules.expressions import MAX_NUMBER

MAX_SOURCE = 2_000
MAX_TOKENS = 120
MAX_DEPTH = 24

_TOKEN = re.compile(
    r"""\s*+(?:
      (?P<text>"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+')
    | (?P<number>\d++(?:\.\d++)?+)
    | (?P<variable>[$_][A-Za-z_]\w*+)
    | (?P<macro>\(\s*+[A-Za-z][\w-]*+\s*+:)
    | (?P<word>[^\W\d]\w*+(?:\.[^\W\d]\w*+)*+)
    | (?P<sign>===|!==|==|!=|<=|>=|&&|\|\||[-+*/%<>!(),])
    )""",
    re.VERBOSE | re.DOTALL,
)
_SIGNS = {"===": "==", "!==": "!=", "&&": "and", "||": "or"}
_STRENGTH = {"or": 1, "and": 2, **dict.fromkeys(COMPARISONS, 4), "+": 5, "-": 5, "*": 6, "/": 6, "%": 6}
_LOOSE, _TIGHT = 3, 7
_CONSTANTS = {"true": TRUE, "false": FALSE}
_ROUNDED = frozenset({"Math.floor", "Math.round", "Math.trunc", "floor", "round", "trunc"})
_VISITED = frozenset({"visited", "visits", "hasVisited"})


@dataclass(frozen=True, slots=True)
class Tongue:
    """What differs between formats: words that are operators, and how a bare word names a variable, if it may.

    elides: "is 2 or 3" asks the same of both.
    """

    operators: Mapping[str, str] = field(default_factory=dict)
    variable: Callable[[str], Expression | None] = lambda word: None
    elides: bool = False


def read_expression(source: str, tongue: Tongue, *, it: Expression | None = None) -> Expression:
    """Return the tree of an expression; it is what the word 'it' stands for. Raises Untranslated."""
    if len(source) > MAX_SOURCE:
        raise Untranslated("it is too long")
    return _Parser(_tokens(source, tongue), tongue, it).whole()


_Token = tuple[str, str]
_END: _Token = ("end", "")


def _tokens(source: str, tongue: Tongue) -> list[_Token]:
    tokens: list[_Token] = []
    source = source.strip()
    at = 0
    while at < len(source):
        found = _TOKEN.match(source, at)
        if found is None:
            raise Untranslated(f"'{source[at : at + 12]}' has no counterpart")
        tokens.append(_token(found, tongue))
        at = found.end()
    if len(tokens) > MAX_TOKENS:
        raise Untranslated("it is too long")
    return tokens


def _token(found: re.Match[str], tongue: Tongue) -> _Token:
    kind = found.lastgroup or ""
    text = found[kind]
    if kind == "word" and text.lower() in tongue.operators:
        return "sign", tongue.operators[text.lower()]
    return kind, _SIGNS.get(text, text) if kind == "sign" else text


class _Parser:
    """Reads tokens by the strength of their operators."""

    def __init__(self, tokens: list[_Token], tongue: Tongue, it: Expression | None) -> None:
        self._tokens = tokens
        self._tongue = tongue
        self._it = it
        self._at = 0
        self._depth = 0

    def whole(self) -> Expression:
        expression = self._expression(0)
        if self._next() != _END:
            raise Untranslated(f"'{self._next()[1]}' is not expected there")
        return expression

    def _next(self) -> _Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else _END

    def _take(self) -> _Token:
        token = self._next()
        self._at += 1
        return token

    def _accept(self, sign: str) -> bool:
        if self._next() != ("sign", sign):
            return False
        self._at += 1
        return True

    def _expect(self, sign: str) -> None:
        if not self._accept(sign):
            raise Untranslated(f"'{sign}' is missing")

    def _expression(self, strength: int) -> Expression:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Untranslated("it is nested too deep")
        left = self._operand()
        while (sign := self._operator()) and _STRENGTH[sign] > strength:
            left = self._joined(sign, left)
        self._depth -= 1
        return left

    def _operator(self) -> str:
        kind, sign = self._next()
        return sign if kind == "sign" and sign in _STRENGTH else ""

    def _joined(self, sign: str, left: Expression) -> Expression:
        self._at += 1
        if sign == "==" and self._accept("not"):
            sign = "!="
        right = self._expression(_STRENGTH[sign])
        if self._tongue.elides and sign in ("and", "or"):
            right = _spelt_out(left, right)
        return Binary(sign, left, right)

    def _operand(self) -> Expression:  # noqa: C901 - one case for each kind of token
        kind, text = self._take()
        match kind, text:
            case "sign", "(":
                return self._closed(self._expression(0))
            case "sign", "not":
                return Not(self._expression(_LOOSE))
            case "sign", "!":
                return Not(self._expression(_TIGHT))
            case "sign", "-":
                return Minus(self._expression(_TIGHT))
            case "text", _:
                return Literal(re.sub(r"\\(.)", r"\1", text[1:-1], flags=re.DOTALL))
            case "number", _:
                return _number(text)
            case "variable", _:
                return Variable(text.removeprefix("$"))
            case "macro", _:
                return self._macro(text.strip("( :\t\n").lower().replace("-", ""))
            case "word", _:
                return self._word(text)
        raise Untranslated(f"'{text}' is not expected there" if text else "it ends too early")

    def _closed(self, inner: Expression) -> Expression:
        self._expect(")")
        return inner

    def _word(self, word: str) -> Expression:
        if self._accept("("):
            return self._called(word, self._arguments())
        if word in _CONSTANTS:
            return _CONSTANTS[word]
        if word == "it" and self._it is not None:
            return self._it
        known = self._tongue.variable(word)
        if known is None:
            raise Untranslated(f"'{word}' has no counterpart")
        return known

    def _arguments(self) -> list[Expression]:
        """Return what stands between commas up to the parenthesis that closes a call."""
        if self._accept(")"):
            return []
        given = [self._expression(0)]
        while self._accept(","):
            given.append(self._expression(0))
        return self._all_closed(given)

    def _all_closed(self, given: list[Expression]) -> list[Expression]:
        self._expect(")")
        return given

    def _macro(self, name: str) -> Expression:
        given = self._arguments()
        if name == "history" and not given and self._accept("contains"):
            match self._operand():
                case Literal(str() as passage):
                    return Seen(passage, before=True)
        return self._called(name, given)

    def _called(self, name: str, given: list[Expression]) -> Expression:
        match given:
            case [] if name in _VISITED:
                return Visits()
            case [Literal(str() as passage)] if name in _VISITED:
                return Visits(passage)
            case [one] if name in _ROUNDED:
                return one
            case [least, most] if name == "random":
                return Roll(least, most)
            case [most] if name == "random":
                return Roll(Literal(0), most)
            case [_, *_] if name == "either":
                return one_of(given)
        raise Untranslated(f"'{name}' has no counterpart")


def _number(text: str) -> Literal:
    if "." in text and text.partition(".")[2].strip("0"):
        raise Untranslated(f"{text} is not a whole number, and a world has no others")
    whole = text.partition(".")[0].lstrip("0") or "0"
    if len(whole) > len(str(MAX_NUMBER)) or int(whole) > MAX_NUMBER:
        raise Untranslated("the number is too large")
    return Literal(int(whole))


def _spelt_out(left: Expression, right: Expression) -> Expression:
    """Return what is asked of the right side where it is a bare value: what was asked of the left."""
    while isinstance(left, Binary) and left.sign in ("and", "or"):
        left = left.right
    match left, right:
        case Binary(sign, asked, _), Literal(value) if sign in COMPARISONS and not isinstance(value, bool):
            return Binary(sign, asked, right)
    return right
