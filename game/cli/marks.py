"""How figures are printed that a model is given: each with a column for each time it was asked, or all as JSON.

Knows nothing of how they were found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from game.cli.printed import print_json, say

_WIDE, _NARROW = 44, 10

Figures = Sequence[tuple[str, str, str]]

ANSWERED: Figures = (
    ("perplexity", "tokens it hesitates between (perplexity)", ".2f"),
    ("accuracy", "tokens that are its first choice", ".1%"),
)
CHOOSING: Figures = (
    ("chosen", "the command meant gains most", ".1%"),
    ("parted", "meaning one told from meaning none", ".1%"),
)
TOLD: Figures = (
    ("fit", "may be shown of a trusted model", ".0%"),
    ("closed", "may be shown of any model", ".0%"),
    ("claiming", "claim something", ".0%"),
    ("false", "contradict, or name who is not there", ".0%"),
    ("puppets", "lead the player", ".0%"),
    ("lost_or_added", "lose or add what is named", ".0%"),
    ("same", "say it in the same order", ".0%"),
    ("loops", "turn on the spot", ".0%"),
    ("reopened", "begin as one before them", ".0%"),
    ("distinct_2", "different runs of two words, for each", ".2f"),
    ("distinct_3", "different runs of three words, for each", ".2f"),
)
"""A figure by its name, what is said of it, and how it is written."""
WAYS = {"told": "drawn freely", "held": "drawn in closed words"}


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of what is asked about, with a value for each side; form is how that is written."""

    about: str
    what: str
    form: str
    values: Sequence[float]


def row(what: str, *figures: str) -> str:
    """Return a line of a table."""
    return f"{what:<{_WIDE}}" + "".join(f"{each:>{_NARROW}}" for each in figures)


def print_found(found: Mapping[str, Any], *, as_json: bool) -> None:
    """Print it as JSON, or as a table with a column for each side."""
    if as_json:
        print_json(found)
        return
    say(row("held out", *found))
    for about, rows in groupby(rows_of(list(found.values())), key=lambda each: each.about):
        say(f"\n{about}")
        for each in rows:
            say(row(each.what, *(format(value, each.form) for value in each.values)))


def rows_of(sides: Sequence[Mapping[str, Any]]) -> Iterator[Row]:
    """Yield the figures of some sides, which were asked the same."""
    for kind, first in sides[0]["answered"].items():
        about = f"{first['answers']} answers of {kind}"
        answered = [side["answered"][kind] for side in sides]
        yield from _rows(about, ANSWERED, answered)
    if sides[0]["choosing"]:
        about = f"{sides[0]['choosing']['sayings']} of players' words"
        yield from _rows(about, CHOOSING, [side["choosing"] for side in sides])
    for kind, first in sides[0]["told"].items():
        for way, how in WAYS.items():
            about = f"{first['texts']} texts of {kind}, {how}"
            yield from _rows(about, TOLD, [side[way][kind] for side in sides])


def _rows(about: str, figures: Figures, sides: Sequence[Mapping[str, float | None]]) -> Iterator[Row]:
    for name, what, form in figures:
        values = [value for side in sides if (value := side[name]) is not None]
        if values:
            yield Row(about, what, form, values)
