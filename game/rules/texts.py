"""Authored texts that read differently as the state changes: variants, and pieces within braces.

`{price}` shows a value; `{angry: He spits. | He nods.}` the wording that fits; `{first: … | …}` one wording the first
time a text is told, and the other again. Two braces, `{{`, stand for one. Knows nothing of files or of who tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from game.rules.expressions import Condition, compile_condition, compile_expression
from game.rules.names import ExpressionError, Names
from game.rules.state import State, Value

FIRST = "first"
_PIECES = re.compile(r"\{\{|\}\}|\{(?P<inside>[^{}]*)\}|(?P<lonely>[{}])")
_CHOOSING = re.compile(r"(?P<condition>(?:[^:|'\"]|'[^']*'|\"[^\"]*\")*):(?P<wordings>.*)", re.DOTALL)
_SPACES = re.compile(" {2,}")
_BLANKS = re.compile("\n{3,}")

_LONELY = "this brace has no partner; a brace that is to be shown is written twice"
_NOTHING_TO_SAY = "this is true or false: write what to say, as {condition: so | otherwise}"
_TOO_MANY = "what stands within braces has two wordings at most, parted by one |"
_FORGOTTEN = "'first' works in the look of a place, thing or person, in a scene's text, a choice's tell and a say"


@dataclass(frozen=True, slots=True)
class Piece:
    """Something within braces, as written, and what it reads as in a state.

    wordings are the two that it chooses from, of which one may be empty; there are none where it shows a value.
    """

    source: str
    read: Callable[[State], str] = field(compare=False, repr=False)
    wordings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What a piece asks of a state: its source and where that begins; shown says that its value is what is told."""

    source: str
    start: int
    shown: bool


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a text, and when it fits; without a condition it always does. pieces are empty without braces."""

    text: str
    when: Condition | None = None
    pieces: tuple[str | Piece, ...] = ()

    def read(self, state: State) -> str:
        """Return the wording as it reads now."""
        if not self.pieces:
            return self.text
        read = [each if isinstance(each, str) else each.read(state) for each in self.pieces]
        return "".join(read) if all(read) else _tidied("".join(read))


@dataclass(frozen=True, slots=True)
class Text:
    """A text of which the first variant that fits is read."""

    variants: tuple[Variant, ...] = ()

    def read(self, state: State) -> str:
        """Return the first variant that fits, or nothing."""
        for each in self.variants:
            if holds(each.when, state):
                return each.read(state)
        return ""

    @property
    def settled(self) -> str:
        """The wording of a text that reads the same in every state; nothing of one that changes."""
        match self.variants:
            case (Variant(text, when=None, pieces=()), *_):
                return text
        return ""

    def __bool__(self) -> bool:
        return bool(self.variants)


NO_TEXT = Text()


def holds(when: Condition | None, state: State) -> bool:
    """Return whether a condition that may be missing holds; a missing one always does."""
    return when is None or when.holds(state)


def compile_variant(source: str, names: Names, *, when: Condition | None = None, owner: str = "") -> Variant:
    """Return the wording. owner is the id under which its first telling is remembered, if it is.

    Raises ExpressionError, located in source.
    """
    if "{" not in source and "}" not in source:
        return Variant(source, when)
    return Variant(source, when, tuple(filter(None, _pieces(source, names, owner))))


def remembers(text: str) -> bool:
    """Return whether a text reads differently the first time it is told."""
    return "{" in text and any(
        choosing["condition"].strip() == FIRST
        for piece in _PIECES.finditer(text)
        if (choosing := _CHOOSING.fullmatch(piece["inside"] or "")) is not None
    )


def asked_in(text: str) -> Iterator[Question]:
    """Yield what each piece of a text asks, `first` aside. The text is one that can be compiled."""
    for piece in _PIECES.finditer(text) if "{" in text else ():
        if piece["inside"] is None:
            continue
        choosing = _CHOOSING.fullmatch(piece["inside"])
        source = choosing["condition"] if choosing else piece["inside"]
        if choosing is None or source.strip() != FIRST:
            yield Question(source, piece.start("inside"), choosing is None)


def _pieces(source: str, names: Names, owner: str) -> Iterator[str | Piece]:
    at = 0
    for found in _PIECES.finditer(source):
        yield source[at : found.start()]
        at = found.end()
        if found["lonely"]:
            raise ExpressionError(_LONELY, column=at - 1)
        yield found.group()[0] if found["inside"] is None else _piece(found, names, owner)
    yield source[at:]


def _piece(found: re.Match[str], names: Names, owner: str) -> Piece:
    choosing = _CHOOSING.fullmatch(found["inside"])
    try:
        if choosing is None:
            return _shown(found["inside"], names)
        return _chosen(choosing, names, owner)
    except ExpressionError as error:
        error.column += found.start("inside")
        raise


def _shown(inside: str, names: Names) -> Piece:
    value = compile_expression(inside, names)
    if value.type is bool:
        raise ExpressionError(_NOTHING_TO_SAY, length=len(inside))
    return Piece(inside, lambda state: _reading(value.of(state), names))


def _reading(value: Value, names: Names) -> str:
    return names.shown.get(value, value) if isinstance(value, str) else str(value)


def _chosen(choosing: re.Match[str], names: Names, owner: str) -> Piece:
    wordings = [each.strip(" ") for each in choosing["wordings"].split("|")]
    if len(wordings) > 2:
        raise ExpressionError(_TOO_MANY, column=choosing.start("wordings") - choosing.start())
    so, otherwise = (*wordings, "")[:2]
    test = _first_time(owner) if choosing["condition"].strip() == FIRST else _tested(choosing["condition"], names)
    return Piece(choosing.group(), lambda state: so if test(state) else otherwise, (so, otherwise))


def _tested(source: str, names: Names) -> Callable[[State], bool]:
    return compile_condition(source, names).holds


def _first_time(owner: str) -> Callable[[State], bool]:
    if not owner:
        raise ExpressionError(_FORGOTTEN, length=len(FIRST))
    return lambda state: state.told.get(owner, state.turn) == state.turn


def _tidied(text: str) -> str:
    """Return text without the gaps that pieces leave which read as nothing."""
    lines = (_SPACES.sub(" ", line).strip(" ") for line in text.split("\n"))
    return _BLANKS.sub("\n\n", "\n".join(lines)).strip("\n")
