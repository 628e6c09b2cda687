"""Figures side by side: "thing: en, recall" and "thing: zh, recall" are two columns of the row "thing".

Knows nothing of what is measured.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from tests.bench.figures import Figure

_MISSED = "*"


def print_beside(title: str, figures: Sequence[Figure]) -> None:
    """Print figures as a table: a row for what stands before the colon, a column for what stands after it.

    What misses its goal has a star; the goals head the columns.
    """
    named = {tuple(each.figure.rsplit(": ", 1)): each for each in figures}
    columns = dict.fromkeys((column, each.goal) for (_, column), each in named.items())
    table = Table("", *(f"{column}\n{goal}".strip() for column, goal in columns), title=title, title_justify="left")
    for row in dict.fromkeys(row for row, _ in named):
        table.add_row(row, *(_cell(named.get((row, column))) for column, _ in columns))
    Console(width=200).print(table)


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    return f"{figure.value:.3g} {figure.unit}".strip() + (_MISSED if figure.met is False else "")
