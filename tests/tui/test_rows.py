"""The lines that are drawn before each turn of the tree."""

from __future__ import annotations

import pytest

from game.session.timeline import Node
from game.tui.rows import MOST_LANES, rows_of


def drawn(*places: tuple[int, int]) -> list[str]:
    """Return the lines before turns that are given by their lane and depth."""
    nodes = [
        Node(number, depth, "", lane, is_current=False, is_on_path=False, bookmarks=())
        for number, (lane, depth) in enumerate(places)
    ]
    return [row.lines for row in rows_of(nodes)]


@pytest.mark.parametrize(
    ("places", "lines"),
    [
        ([(0, 0), (0, 1), (0, 2)], ["", "", ""]),
        # a branch that goes on, then another from the same turn
        ([(0, 0), (1, 1), (1, 2), (1, 1), (0, 1)], ["", "├─", "│ ", "├─", ""]),
        # a branch of a branch
        ([(0, 0), (1, 1), (2, 2), (2, 3), (1, 2), (0, 1)], ["", "├─", "│ ├─", "│ │ ", "│ ", ""]),
        # a trunk that does not go on below its branches
        ([(0, 0), (1, 1), (1, 1), (1, 2)], ["", "├─", "╰─", "  "]),
        # a branch leaves where the one before it was longer
        ([(0, 0), (1, 1), (1, 2), (0, 1), (1, 2), (0, 2)], ["", "├─", "│ ", "", "├─", ""]),
    ],
)
def test_a_branch_is_seen_to_leave_its_turn(places: list[tuple[int, int]], lines: list[str]) -> None:
    assert drawn(*places) == lines


def test_lines_stay_narrow_however_often_a_run_branches() -> None:
    deep = [(lane, lane) for lane in range(100)]
    lines = drawn(*deep, *((lane, lane + 1) for lane in reversed(range(99))))
    assert max(len(each) for each in lines) == 2 * MOST_LANES
    assert lines[50].endswith("⋯ ")


def test_no_turns_are_no_rows() -> None:
    assert rows_of([]) == ()
