"""A player who reads for three seconds and takes one of the first four choices: what they wait for then.

Played twice from the same place in a long run, with looking ahead and without; a turn counts where the model told.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from itertools import pairwise
from random import Random

from game.session.session import Session
from tests.bench.figures import Figure, at_most, share
from tests.bench.narrating.playing import Ahead, Timed, begun, lengthen, play
from tests.bench.narrating.recorder import Asked, Recorder
from tests.bench.narrating.stage import Stage

_READING_S = 3.0
_AT_ONCE_S = 0.05
_CHOICES = 4
_LONG = 30
"""Turns before: by then the window has been full and is used as it will be for ever."""


def measure_reading(stage: Stage) -> list[Figure]:
    """Return the share of first sentences that are there at once, and the wait where history was made shorter."""
    aided, _ = _played(stage, "aided", stage.extent.read_turns, Ahead(may=True))
    unaided, model = _played(stage, "unaided", stage.extent.unaided_turns, Ahead())
    with_it, without = ([each.sentence_s for each in turns if each.sentence_s] for turns in (aided, unaided))
    at_once, against = (sum(each <= _AT_ONCE_S for each in times) for times in (with_it, without))
    name = f"first sentence within 50 ms after {_READING_S:g} s of reading, of {len(with_it)} turns"
    figures = [
        share(name, at_once, len(with_it), goal=85, against=100 * against / max(len(without), 1)),
        Figure("the same: turns the author told alone, not counted", len(aided) - len(with_it), "turns"),
    ]
    if with_it and without:
        middle, other = (statistics.median(times) * 1000 for times in (with_it, without))
        figures.append(Figure("the same: the median", middle, "ms", other, middle / other))
    return figures + _rolling(unaided, model)


def _played(stage: Stage, name: str, turns: int, ahead: Ahead) -> tuple[list[Timed], Recorder]:
    with stage.host() as host:
        model, may = Recorder(host), ahead.may
        ahead.may = False
        session = begun(stage, model, name, ahead)
        lengthen(session, model, _LONG)
        ahead.may = may
        luck = Random(7)
        _read(session, luck, 1)  # the prepared turns were never read into the model: this one is not as in play
        played = _read(session, luck, turns)
        session.close()
    return played, model


def _read(session: Session, luck: Random, turns: int) -> list[Timed]:
    played = []
    for _ in range(turns):
        time.sleep(_READING_S)
        offered = len(session.offered().choices)
        played.append(play(session, str(luck.randint(1, min(_CHOICES, offered)))))
    return played


def _rolling(played: Sequence[Timed], model: Recorder) -> list[Figure]:
    """Return the longest wait where history was shorter than the turn before, against the median of all turns."""
    told = [
        (asked.first_at - each.entered, asked)
        for each in played
        if (asked := _asked_for(each, model)) and asked.first_at
    ]
    rolled = [
        later
        for (_, before), (later, after) in pairwise(told)
        if after.request.messages[0] != before.request.messages[0]
    ]
    if not rolled:
        return []
    median = statistics.median(first_s for first_s, _ in told)
    name = f"first token when the window rolls over, the worst of {len(rolled)}, against the median turn"
    return [at_most(name, max(rolled) * 1000, "ms", against=median * 1000, goal=1.5)]


def _asked_for(timed: Timed, model: Recorder) -> Asked | None:
    """Return the request for a turn's telling, if its first words were one's."""
    until = timed.entered + (timed.first_s or 0.0)
    return next((each for each in model.asked if each.is_telling and timed.entered <= each.at <= until), None)
