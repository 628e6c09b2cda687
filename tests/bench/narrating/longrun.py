"""A long run in progress, and the work of its turns done once more by other programs, each right after the game's.

Knows nothing of what comes of the comparison.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from game.session.session import Session
from game.story.model import Done, Request
from tests.bench.beside import RawLoop, UsualWay
from tests.bench.narrating.playing import ROUND, Ahead, Timed, lengthen, next_words, play, rested
from tests.bench.narrating.recorder import Recorder

LEAD = len(ROUND)
"""Turns that are told before a mark: a whole round, so that the people on it were met."""
_BEFORE = 2
_MOST = 40


@dataclass(frozen=True, slots=True)
class Told:
    """A turn that the model told after Enter: seconds to its first words, what it was asked, and what that cost.

    The first words are the model's; they are shown with the rest of their sentence.
    """

    timed: Timed
    first_s: float
    request: Request
    done: Done


@dataclass(frozen=True, slots=True)
class Measured:
    """A turn near a mark, what raw llama.cpp took for it, and how soon the usual way had its first words, if asked."""

    told: Told
    raw: dict[str, float]
    usual_s: float | None


@dataclass(slots=True)
class LongRun:
    """A session, all that was told in it by the model itself, and the turns around each mark.

    Near a mark the player reads for reading_s seconds ahead of each turn; at_each of those are measured.
    """

    session: Session
    model: Recorder
    ahead: Ahead
    at_each: int = 5
    reading_s: float = 2.0
    told: list[Told] = field(default_factory=list)
    marks: dict[int, list[Measured]] = field(default_factory=dict)

    def reach(self, mark: int, raw: RawLoop, usual: UsualWay | None = None) -> None:
        """Play on to a mark, by prepared words as far as may be, and measure turns around it."""
        found = self.marks[mark] = []
        if self.told:
            lengthen(self.session, self.model, mark - LEAD)
        while len(found) < self.at_each and self._next < mark + _MOST:
            is_near = self._next >= mark - _BEFORE
            rested(self.session, self.model)
            if is_near:
                self._read()
            told = self._play()
            if told and is_near:
                found.append(self._measured(told, raw, usual))

    @property
    def _next(self) -> int:
        return self.session.run.current().depth + 1

    def _read(self) -> None:
        """Let the player read, and likely turns be told ahead meanwhile: the next turn finds them under way."""
        self.ahead.may = True
        self.session.rest()
        time.sleep(self.reading_s)
        self.ahead.may = False

    def _play(self) -> Told | None:
        """Play a turn; return nothing where it was told ahead, or not told by the model."""
        timed = play(self.session, next_words(self.session))
        rested(self.session, self.model)
        asked = next((each for each in self.model.asked if each.is_telling and each.at >= timed.entered), None)
        if asked is None or asked.done is None or asked.first_at is None or timed.kind != "telling":
            return None
        self.told.append(told := Told(timed, asked.first_at - timed.entered, asked.request, asked.done))
        return told

    def _measured(self, told: Told, raw: RawLoop, usual: UsualWay | None) -> Measured:
        past = self.session.told.past.before(told.timed.number)
        words = self.session.run.current().words
        usual_s = usual.first_s(told.request, past, words) if usual else None
        return Measured(told, raw.measure(told.request, told.done, told.timed.sentence), usual_s)
