"""A long run gone on with, and the work of its turns done once more by other programs, each right after the game's.

Knows nothing of what comes of the comparison.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from game.session.session import Session
from game.story.model import Done, Request
from tests.bench.beside import RawLoop, UsualWay
from tests.bench.narrating.playing import ROUND, Ahead, Timed, next_words, play, rested
from tests.bench.narrating.recorder import Recorder

_MOST = 40
"""Turns that are played at most, for some are told ahead and others not by the model."""


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


@dataclass(frozen=True, slots=True)
class LongRun:
    """A session in which the player reads for reading_s seconds ahead of each turn that is measured."""

    session: Session
    model: Recorder
    ahead: Ahead
    reading_s: float = 2.0

    def measured(self, times: int, raw: RawLoop, usual: UsualWay | None = None) -> list[Measured]:
        """Play a round, so that the people on it were met, and measure the turns after it that the model tells."""
        for _ in range(len(ROUND)):
            rested(self.session, self.model)
            play(self.session, next_words(self.session))
        found: list[Measured] = []
        for _ in range(_MOST):
            if len(found) < times:
                rested(self.session, self.model)
                self._read()
                told = self._play()
                found += [self._measured(told, raw, usual)] if told else []
        return found

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
        return Told(timed, asked.first_at - timed.entered, asked.request, asked.done)

    def _measured(self, told: Told, raw: RawLoop, usual: UsualWay | None) -> Measured:
        past = self.session.told.past.before(told.timed.number)
        words = self.session.run.current().words
        usual_s = usual.first_s(told.request, past, words) if usual else None
        return Measured(told, raw.measure(told.request, told.done, told.timed.sentence), usual_s)
