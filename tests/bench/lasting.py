"""A run of ten thousand turns beside one of ten: opened, shown, gone on with and searched."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from game.rules.world import World
from game.session.opening import open_session
from game.session.session import Session
from game.storage.run import RunFile
from game.story.passages import Passage, format_passages
from tests.bench.figures import Figure, at_most, within

_LONG, _SHORT = 10_000, 10
_TIMES = 60


def measure_lasting(world: World, folder: Path) -> list[Figure]:
    """Return what opening a long run and writing its next turn cost beside a short one; medians, taken in turns."""
    for name, turns in (("long", _LONG), ("short", _SHORT)):
        _lengthen(world, folder, name, turns)
    opening = [[_opening_s(world, folder, name) for name in ("long", "short")] for _ in range(_TIMES)]
    sessions = [_opened(world, folder, name) for name in ("long", "short")]
    writing = [[_timed(partial(_commit, session.run)) for session in sessions] for _ in range(_TIMES)]
    recalling = _median_ms(tuple(_timed(partial(_recall, sessions[0].run, number)) for number in range(_TIMES)))
    for session in sessions:
        session.close()
    (long, short), (late, early) = (map(_median_ms, zip(*each, strict=True)) for each in (opening, writing))
    return [
        Figure(f"opening {_LONG:,} turns, beyond {_SHORT}", long - short, "ms", goal="≤ 5 ms", met=long - short <= 5),
        at_most(f"committing turn {_LONG:,}, against turn {_SHORT}", late, "ms", against=early, goal=1.5),
        within(f"finding what happened among {_LONG:,} turns", recalling, "ms", goal=5),
        Figure(f"file of {_LONG:,} turns", (folder / world.id / "long.loreloom").stat().st_size / 1e6, "MB"),
    ]


def _opening_s(world: World, folder: Path, name: str) -> float:
    start = time.perf_counter()
    session = _opened(world, folder, name)
    took = time.perf_counter() - start
    session.close()
    return took


def _opened(world: World, folder: Path, name: str) -> Session:
    """Open a run and show where it stands: all that a player waits for."""
    session = open_session(world, folder, None, run=name, seed=7)
    for _ in session.begin():
        pass
    return session


def _lengthen(world: World, folder: Path, name: str, turns: int) -> None:
    """Begin a run and let it have so many turns, each told in a few sentences; the disk need not keep up meanwhile."""
    _opened(world, folder, name).close()
    told = format_passages([Passage("telling", "The tide is a little further out than it was. " * 4)])
    with RunFile.open(folder / world.id / f"{name}.loreloom") as run:
        run._read(lambda db: db.execute("PRAGMA synchronous = OFF"))
        run._read(lambda db: db.execute("PRAGMA journal_mode = MEMORY"))
        for _ in range(turns):
            _commit(run)
            turn = run.current()
            run.tell(turn.id, told, narrator="authored", model="", seed=0, words=_words(turn.depth))


def _words(number: int) -> str:
    """Return what a turn is found by: words that every turn has, or one of twenty, or of five hundred."""
    return f"tide little farther quay{number % 20} somebody{number % 7} rare{number % 500}"


def _recall(run: RunFile, number: int) -> None:
    """Look for what happened before, by as many words as a turn has for it."""
    words = _words(number).split()
    run.index.find(run.current().id, words, before=run.current().depth - 30, most=8)


def _commit(run: RunFile) -> None:
    """Play a turn of waiting, whose state differs from the last one's as a turn's does."""
    now = run.current()
    state = now.state.replace(f'"turn":{now.depth}', f'"turn":{now.depth + 1}')
    run.commit("wait", "wait", '[{"event":"Waited"}]', state)


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _median_ms(times: tuple[float, ...]) -> float:
    return statistics.median(times) * 1000
