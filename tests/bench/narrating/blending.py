"""The author's words with a touch of the model, early and late in a long run: what a turn takes until all is told.

What a touch or a line takes is luck, so that the two are printed beside each other and nothing is to be reached.
"""

from __future__ import annotations

import statistics
import time

from game.session.session import Session
from tests.bench.figures import Figure, at_most
from tests.bench.narrating.playing import ROUND, Ahead, begun, lengthen, megabytes, next_words, play, rested
from tests.bench.narrating.recorder import Recorder
from tests.bench.narrating.stage import Stage


def measure_blending(stage: Stage) -> list[Figure]:
    """Return the seconds of a turn in the first round and in a late one, and the memory after each."""
    late = 1 + len(ROUND) * (stage.extent.marks[-1] // len(ROUND))
    with stage.host() as host:
        model = Recorder(host)
        session = begun(stage, model, "blended", Ahead(), way="blend")
        seconds, memory = [], []
        for turn in (1, late):
            lengthen(session, model, turn)
            seconds.append(_turn_s(session, model))
            memory.append(megabytes(host))
        session.close()
    (first_s, late_s), (first_mb, late_mb) = seconds, memory
    name = f"turn {late:,} on"
    return [
        Figure(f"{name}: a turn until all is told, against the first ones", late_s, "s", first_s, late_s / first_s),
        at_most(f"{name}: memory of both processes, against the first ones", late_mb, "MB", against=first_mb, goal=1.1),
    ]


def _turn_s(session: Session, model: Recorder) -> float:
    """Return the mean seconds of the turns of a round."""
    taken = []
    for _ in ROUND:
        rested(session, model)
        start = time.perf_counter()
        play(session, next_words(session))
        taken.append(time.perf_counter() - start)
    return statistics.mean(taken)
