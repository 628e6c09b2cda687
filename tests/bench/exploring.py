"""How fast a search follows states, on one core: all of a small world again and again, and some of a large one."""

from __future__ import annotations

from pathlib import Path

from game.authoring.explore.search import explore
from game.loader.load import load_project
from tests.bench.figures import Figure

_TIMES = 20
_STATES = 4_000
_SECONDS = 60.0


def measure_exploring(worlds: Path) -> list[Figure]:
    """Return the states a second in Cloak of Darkness, whole, and in the first states of Saltmarrow."""
    cloak, _ = max((_speed(worlds / "cloak-of-darkness.toml", 1_000) for _ in range(_TIMES)), key=lambda each: each[0])
    saltmarrow, states = _speed(worlds / "saltmarrow", _STATES)
    return [
        Figure("exploring all of Cloak of Darkness", cloak, "states/s"),
        Figure(f"exploring {states:,} states of Saltmarrow", saltmarrow, "states/s"),
    ]


def _speed(path: Path, states: int) -> tuple[float, int]:
    """Return the states a second, and how many there were."""
    project = load_project(path)
    if project.world is None:
        raise SystemExit(f"bench: {path.name} is not a world")
    report = explore(project, project.world, states=states, seconds=_SECONDS)
    return report.states / report.seconds, report.states
