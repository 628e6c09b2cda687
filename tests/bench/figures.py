"""One figure, as it is printed and written to build/bench.json."""

from __future__ import annotations

import json
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
