"""What is kept of the texts of a round: what is without fault and fresh, each beside one that was untrue there.

Knows nothing of models, or of what makes a fault.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from game.tune.alike import near_duplicates, repeated_openings
from game.tune.evaluation.taking import taken
from game.tune.evaluation.writer import Written
from game.tune.examples import Ambience, Line, Played, kind_of
from game.tune.render import exchanges
from game.tune.rounds.judging import UNTRUE, Fault, as_told, fault_of
from game.tune.rows import Row
from game.tune.split import subjects


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as the game would show it, and its fault."""

    shown: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Drafted:
    """An example, and all that was written for it."""

    example: Ambience | Line
    drafts: tuple[Draft, ...]


def drafted(example: Ambience | Line, written: Iterable[Written]) -> Drafted:
    """Return an example with what a model wrote for it, judged; what it finds likeliest comes first."""
    likeliest = sorted(written, key=lambda each: -each.likelihood)
    shown = dict.fromkeys(taken(example, each.text) for each in likeliest)
    return Drafted(example, tuple(Draft(each, fault_of(example, each)) for each in shown))


def faults(several: Iterable[Drafted]) -> Counter[str]:
    """Return how many texts have each fault, by the kind of the example and the fault: "line: claims"."""
    return Counter(f"{kind_of(each.example)}: {draft.fault or 'none'}" for each in several for draft in each.drafts)


def kept(several: Sequence[Drafted]) -> list[Played]:
    """Return what is kept, a text of an example at most: all unlike one another and the examples, few begun alike."""
    return [
        each for kind in (Ambience, Line) for each in _kept([one for one in several if isinstance(one.example, kind)])
    ]


def _kept(several: Sequence[Drafted]) -> Iterator[Played]:
    own = [_row(each.example, number) for number, each in enumerate(several)]
    rows = [row for number, each in enumerate(several) for row in _rows(each, number)]
    for find in (near_duplicates, repeated_openings):
        rows = _without(own, rows, find)
    for number, best in groupby(rows, key=lambda row: row.line):
        yield _played(several[number], next(best).text)


def _rows(each: Drafted, number: int) -> Iterator[Row]:
    return (_row(as_told(each.example, draft.shown), number, draft.shown) for draft in each.drafts if not draft.fault)


def _row(example: Ambience | Line, number: int, shown: str = "") -> Row:
    """Return an example as it is compared: by what is told alone, for all that is written for one has one question."""
    return Row(replace(example, heard="") if isinstance(example, Line) else example, "round", number, shown)


Find = Callable[[Sequence[Row]], Iterator[tuple[Row, str]]]


def _without(own: Sequence[Row], rows: Sequence[Row], find: Find) -> list[Row]:
    """Return rows without those that a rule finds among them and the examples, which stand before them."""
    found = {id(row) for row, _ in find([*own, *rows])}
    return [row for row in rows if id(row) not in found]


def _played(each: Drafted, shown: str) -> Played:
    """Return a text that is kept as an example of play, with what was untrue beside it."""
    example = as_told(each.example, shown)
    (asked,) = exchanges(example)
    untrue = tuple(draft.shown for draft in each.drafts if draft.fault in UNTRUE)[:1]
    return Played(kind_of(example), _turn(example), asked.messages, asked.answer, untrue)


def _turn(example: Ambience | Line) -> str:
    """Return what all that is written for one place or person stands under."""
    return next(subjects(example))
