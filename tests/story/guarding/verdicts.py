"""What the guard says of the frozen tellings, row by row, and the shares that come of it.

Knows nothing of what the rules are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from game.rules.apply import Outcome
from game.rules.state import State
from game.story.guarding.guard import Guard
from game.story.guarding.verdict import Verdict
from game.story.sentences import sentences_for
from game.story.turn import Turn
from tests.story.corpora import language_of, outcome_after, world_in
from tests.story.tellings.corpus import Row, rows_of


@dataclass(frozen=True, slots=True)
class Judged:
    """A row, and the guard's verdict on it."""

    row: Row
    verdict: Verdict | None

    @property
    def is_right(self) -> bool:
        """Return whether what must be shown was let through, or what must not was held back."""
        return self.row.is_true == (self.verdict is None)


@cache
def judged_in(path: Path) -> tuple[Judged, ...]:
    """Return every row of a file, which is named for its language, with the guard's verdict."""
    language = language_of(path)
    return tuple(Judged(row, judge(guard_of(row.world, language, row.after, row.does), row)) for row in rows_of(path))


def recall(those: Iterable[Judged]) -> tuple[int, int]:
    """Return how many that must be held back were, and how many there are."""
    false = [each for each in those if not each.row.is_true]
    return sum(each.is_right for each in false), len(false)


def alarms(those: Iterable[Judged]) -> tuple[int, int]:
    """Return how many that must be shown were held back, and how many there are."""
    true = [each for each in those if each.row.is_true]
    return sum(not each.is_right for each in true), len(true)


def judge(guard: Guard, row: Row) -> Verdict | None:
    """Return what a turn's guard says of a row."""
    if row.kind == "line":
        return guard.line(row.sentence, row.speaker, row.earlier)
    return guard.scene(row.sentence, row.earlier)


@cache
def guard_of(name: str, language: str, after: tuple[str, ...], does: str) -> Guard:
    """Return the guard of a turn."""
    world = world_in(name, language)
    before, outcome = _turn(name, language, after, does)
    return Guard(world, sentences_for(language, world.sentences), Turn(does, before, outcome, (), 7))


def _turn(name: str, language: str, after: tuple[str, ...], does: str) -> tuple[State, Outcome]:
    return outcome_after(name, language, after).state, outcome_after(name, language, (*after, does))
