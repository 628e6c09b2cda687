"""One figure, as it is printed and written to build/bench.json."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in a unit; against is the same of the barest program, ratio the two compared, goal what to reach.

    met is None where there is nothing to reach.
    """

    figure: str
    value: float
    unit: str
    against: float | None = None
    ratio: float | None = None
    goal: str = ""
    met: bool | None = None


def at_most(figure: str, value: float, unit: str, *, against: float, goal: float) -> Figure:
    """Return a figure whose ratio to its peer should be at most goal."""
    ratio = value / against
    return Figure(figure, value, unit, against, ratio, f"≤ {goal}×", ratio <= goal)


def at_least(figure: str, value: float, unit: str, *, against: float, goal: float) -> Figure:
    """Return a figure whose ratio to its peer should be at least goal."""
    ratio = value / against
    return Figure(figure, value, unit, against, ratio, f"≥ {goal}×", ratio >= goal)


def sooner(figure: str, value: float, unit: str, *, against: float, goal: float) -> Figure:
    """Return a time that its peer's should be at least goal times as long as."""
    ratio = against / value
    return Figure(figure, value, unit, against, ratio, f"≥ {goal}× sooner", ratio >= goal)


def within(figure: str, value: float, unit: str, *, goal: float) -> Figure:
    """Return a figure that should itself be at most goal."""
    return Figure(figure, value, unit, goal=f"≤ {goal:g} {unit}", met=value <= goal)


def share(figure: str, part: int, whole: int, *, goal: float, against: float | None = None) -> Figure:
    """Return how many of a hundred part of whole is, which should be at least goal; against is the peer's share."""
    value = 100 * part / whole if whole else 0.0
    return Figure(figure, value, "%", against, goal=f"≥ {goal:g} %", met=value >= goal)


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of a hundred do not pass."""
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


def print_figures(title: str, figures: Sequence[Figure]) -> None:
    """Print figures as a table."""
    table = Table("figure", "value", "against", "ratio", "to reach", "met", title=title, title_justify="left")
    for each in figures:
        table.add_row(
            each.figure,
            f"{each.value:.4g} {each.unit}",
            "" if each.against is None else f"{each.against:.4g} {each.unit}",
            "" if each.ratio is None else f"{each.ratio:.2f}×",
            each.goal,
            {None: "", True: "yes", False: "no"}[each.met],
        )
    Console().print(table)


def write_figures(path: Path, figures: Sequence[Figure]) -> None:
    """Write figures as a JSON list."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps([asdict(each) for each in figures], indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
