"""A long run gone on with by a model just loaded: with prompts kept on the disk, and without.

Loading the weights is not counted. Each time the same run is gone on with, from a copy of its file.
"""

from __future__ import annotations

import shutil
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.session.session import Session
from tests.bench.figures import Figure, sooner
from tests.bench.narrating.playing import Ahead, begun, exhaust, lengthen, next_words, opened, play, rested
from tests.bench.narrating.recorder import NARRATOR, Recorder
from tests.bench.narrating.stage import Stage

_RUN = "resumed"
_TOLD_LAST = 3
_WORDS = "look"
_NOTHING = Path("no shelf")


def measure_resuming(stage: Stage) -> list[Figure]:
    """Return the seconds until a run's prompt is in the model, and to the first words of a turn entered at once."""
    run, shelf = _played(stage)
    ready, told = zip(*(_resumed(stage, run, shelf) for _ in range(stage.extent.resumes)), strict=True)
    again, anew = zip(*(_resumed(stage, run, _NOTHING) for _ in range(stage.extent.resumes)), strict=True)
    name = f"resuming a run of {stage.extent.resumed} turns: its prompt is there, against reading it again"
    also = "the same: first token of a turn entered at once, whose own notes both read"
    ours, theirs = _median_ms(told), _median_ms(anew)
    return [
        sooner(name, _median_ms(ready), "ms", against=_median_ms(again), goal=10),
        Figure(also, ours, "ms", theirs, theirs / ours),
    ]


def _played(stage: Stage) -> tuple[Path, Path]:
    """Play the run, its last turns told by the model itself; return its file, and where prompts were kept."""
    shelf = stage.folder / "shelf"
    with stage.host(shelf=shelf) as host:
        model = Recorder(host)
        session = begun(stage, model, _RUN, Ahead())
        lengthen(session, model, stage.extent.resumed - _TOLD_LAST)
        for _ in range(_TOLD_LAST):
            play(session, next_words(session))
            rested(session, model)
        session.close()
    return session.run.file, shelf


def _resumed(stage: Stage, run: Path, shelf: Path) -> tuple[float, float]:
    """Return the seconds from opening a run until its prompt is there, and then, opened anew, to its next words."""
    with _opened(stage, run, shelf) as (session, model, since):
        session.rest()
        rested(session, model)
        read = next(each for each in model.asked if each.request.slot == NARRATOR and each.done)
        ready = read.at - since + (read.done.total_s if read.done else 0.0)
    with _opened(stage, run, shelf) as (session, model, since):
        play(session, _WORDS)
        told = next(each for each in model.asked if each.is_telling)
        return ready, (told.first_at or since) - since


@contextmanager
def _opened(stage: Stage, run: Path, shelf: Path) -> Iterator[tuple[Session, Recorder, float]]:
    """Yield a copy of a run, opened beside a model just loaded, and when that began."""
    again = run.with_stem("again")
    shutil.copy(run, again)
    with stage.host(shelf=_copied(shelf, stage.folder / "shelf again")) as host:
        since = time.perf_counter()
        session = opened(stage, model := Recorder(host), again.stem, Ahead())
        exhaust(session.begin())
        yield session, model, since
        session.close()
    again.unlink()


def _median_ms(seconds: tuple[float, ...]) -> float:
    return statistics.median(seconds) * 1000


def _copied(source: Path, target: Path) -> Path:
    """Return a folder that holds what another one does; nothing where there is none."""
    shutil.rmtree(target, ignore_errors=True)
    if source.exists():
        shutil.copytree(source, target)
    return target
