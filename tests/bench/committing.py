"""Committing a turn, beside the same transaction in bare sqlite3."""

from __future__ import annotations

import sqlite3
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from game.rules.apply import begin_run
from game.rules.state import format_state
from game.rules.world import World
from game.storage.records import Meta
from game.storage.run import RunFile
from tests.bench.figures import Figure, at_most

_TURNS = 300
_PRAGMAS = ("journal_mode=DELETE", "synchronous=EXTRA", "mmap_size=0")
_TABLE = "CREATE TABLE turns (id INTEGER PRIMARY KEY, parent INTEGER, words TEXT, action TEXT, events TEXT, state TEXT)"


def measure_committing(world: World, folder: Path) -> list[Figure]:
    """Return the time of one commit, the median of several hundred, taken in turns with the bare one."""
    state = format_state(begin_run(world, 7).state)
    meta = Meta(world.id, world.digest, 7, 1, "en", "")
    bare = _bare(folder / "bare.db", state)
    with RunFile.create(folder / "run.loreloom", meta, state=state, events="[]") as run:

        def ours() -> None:
            run.commit("look", "look", "[]", state)

        pairs = [(_timed(ours), _timed(bare)) for _ in range(_TURNS)]
    mine, theirs = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
    return [at_most("committing a turn", mine, "ms", against=theirs, goal=1.5)]


def _bare(path: Path, state: str) -> Callable[[], None]:
    db = sqlite3.connect(path, isolation_level=None)
    for pragma in _PRAGMAS:
        db.execute(f"PRAGMA {pragma}")
    db.execute(_TABLE)
    db.execute("CREATE TABLE here (turn INTEGER)")
    db.execute("INSERT INTO here VALUES (0)")

    def commit() -> None:
        db.execute("BEGIN IMMEDIATE")
        row = ("look", "look", "[]", state)
        turn = db.execute("INSERT INTO turns (words, action, events, state) VALUES (?, ?, ?, ?)", row).lastrowid
        db.execute("UPDATE here SET turn = ?", (turn,))
        db.execute("COMMIT")

    return commit


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
