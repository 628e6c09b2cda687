"""What `loreloom tune eval` finds of a model, as figures: how it answers held-out examples, and what it writes."""

from __future__ import annotations

from typing import Any

from game.cli.evaluation import followed, ordered
from game.cli.marks import Row, rows_of
from tests.bench.figures import Figure

EXTENT = {"examples": 60, "samples": 60, "seed": 7}


def measure_examples(model: str | None) -> list[Figure]:
    """Return the figures of a model by its name, the one that tells where none is named."""
    return figures_in(followed(*ordered(model, None, **EXTENT)))


def figures_in(found: dict[str, Any]) -> list[Figure]:
    """Return what was found of one side as figures, shares in hundredths."""
    return [_figure(each) for each in rows_of(list(found.values()))]


def _figure(row: Row) -> Figure:
    (value,) = row.values
    what = f"{row.about}: {row.what}"
    return Figure(what, 100 * value, "%") if row.form.endswith("%") else Figure(what, value, "")
