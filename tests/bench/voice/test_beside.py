"""Figures with one row's name come to stand in one row."""

from __future__ import annotations

import pytest

from tests.bench.figures import Figure, share, within
from tests.bench.voice.beside import print_beside


def test_what_is_named_alike_stands_in_one_row(capsys: pytest.CaptureFixture[str]) -> None:
    print_beside("Shares", [Figure("exit: en", 40, "%"), Figure("exit: zh", 50, "%"), Figure("loop: en", 60, "%")])
    rows = [line for line in capsys.readouterr().out.splitlines() if "%" in line]
    assert ["exit" in row and "40" in row and "50" in row for row in rows] == [True, False]


def test_what_misses_its_goal_has_a_star(capsys: pytest.CaptureFixture[str]) -> None:
    print_beside("Shares", [share("exit: held", 1, 2, goal=95), within("exit: alarms", 2, "%", goal=3)])
    out = capsys.readouterr().out
    assert "50 %*" in out
    assert "2 %*" not in out
