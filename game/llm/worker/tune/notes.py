"""What was learnt on the way, beside what was chosen.

Knows nothing of how it was measured.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from game.llm.tuned import Row, Speeds
from game.llm.worker.tune.timing import Timed

K = TypeVar("K", bound=str)


@dataclass(frozen=True, slots=True)
class Slope:
    """Seconds a token takes to read at the beginning of a window, and when fill tokens are there already."""

    first: float
    later: float
    fill: int

    @property
    def growth(self) -> float:
        """Return by how many seconds each token takes longer than the one before it."""
        return max(0.0, self.later - self.first) / self.fill


@dataclass(slots=True)
class Notes:
    """Rows for the reader, and figures that later choices and the answer stand on.

    idle_cost is how many times as long reading takes while others hold cells. write are tokens a second by the number
    of sequences that are written together.
    """

    rows: list[Row] = field(default_factory=list)
    slope: Slope = field(default_factory=lambda: Slope(1.0, 1.0, 1))
    idle_cost: float = 1.0
    read: float = 0.0
    write: dict[str, float] = field(default_factory=dict)
    step_s: float = 0.0
    stop_s: float = 0.0

    @property
    def speeds(self) -> Speeds:
        write = {name: round(speed, 1) for name, speed in self.write.items()}
        return Speeds(round(self.read, 1), write, round(self.step_s * 1000, 1), round(self.stop_s * 1000, 1))

    def add(self, what: str, times: Mapping[K, Timed], tokens: int, chosen: str) -> None:
        """Add a row of tokens a second, where each time is that of so many tokens."""
        self.add_speeds(what, {name: tokens / time.seconds for name, time in times.items()}, chosen)

    def add_speeds(self, what: str, speeds: Mapping[str, float], chosen: str) -> None:
        """Add a row of tokens a second."""
        figures = {name: round(speed, 1) for name, speed in speeds.items()}
        self.rows.append(Row(what, "tokens/s", figures, chosen))
