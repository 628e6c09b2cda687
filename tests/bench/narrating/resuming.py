"""A long run gone on with by a model just loaded: the first words with prompts kept on the disk, and without.

Loading the weights is not counted, and said beside.
"""

from __future__ import annotations

import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.figures import Figure, sooner
from tests.bench.narrating.playing import Ahead, begun, exhaust, lengthen, next_words, opened, play, rested
from tests.bench.narrating.recorder import Recorder
from tests.bench.narrating.stage import Stage

_RUN = "resumed"
_TOLD_LAST = 3


def measure_resuming(stage: Stage) -> list[Figure]:
    """Return the seconds from opening a run to the first words of its next turn."""
    shelf = stage.folder / "shelf"
    _play(stage, shelf)
    loads: list[float] = []
    kept, bare = [], []
    for _ in range(stage.extent.resumes):
        kept.append(_resumed_s(stage, shelf, loads.append))
        bare.append(_resumed_s(stage, _emptied(stage.folder / "empty shelf"), loads.append))
    ours, theirs = (statistics.median(times) * 1000 for times in (kept, bare))
    name = f"resuming a run of {stage.extent.resumed} turns: first token, against reading its prompt again"
    return [
        sooner(name, ours, "ms", against=theirs, goal=10),
        Figure("the same: loading the weights, not counted", statistics.median(loads) * 1000, "ms"),
    ]


def _play(stage: Stage, shelf: Path) -> None:
    """Play the run, its last turns told by the model itself."""
    with stage.host(shelf=shelf) as host:
        model = Recorder(host)
        session = begun(stage, model, _RUN, Ahead())
        lengthen(session, model, stage.extent.resumed - _TOLD_LAST)
        for _ in range(_TOLD_LAST):
            play(session, next_words(session))
            rested(session, model)
        session.close()


def _resumed_s(stage: Stage, shelf: Path, loaded: Callable[[float], None]) -> float:
    start = time.perf_counter()
    with stage.host(shelf=shelf) as host:
        loaded(time.perf_counter() - start)
        opening = time.perf_counter()
        session = opened(stage, host, _RUN, Ahead())
        exhaust(session.begin())
        timed = play(session, "look")
        session.close()
    return timed.entered - opening + (timed.first_s or 0.0)


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder
