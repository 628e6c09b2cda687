"""`loreloom runs show` and `runs stats`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.cli.runs.found import when
from game.storage.run import RunFile
from tests.archive.kit import played, rich
from tests.cli.runs.conftest import Commands


def test_a_run_is_shown_with_all_that_it_has(runs: Commands, saves: Path) -> None:
    rich(saves)
    assert runs("show", "anna") == 0
    assert runs.out.startswith("inn/anna: The Inn\n\nbegun ")
    for line in (
        "turns       2 on this path, 2 on others\n",
        "branches    2\n",
        "stands in   the hall\n",
        "bookmark    before the yard: @2, turn 1, “take lamp” (ask her again)\n",
        "branch ends @3, turn 2, “east”\n",
    ):
        assert line in runs.out
    assert runs.out.endswith("\n\nAnna: “We are full.”\n")


def test_a_run_that_ended_says_how(runs: Commands, saves: Path) -> None:
    played(saves, "pay her", "wait", "up")
    assert runs("show", "anna") == 0
    assert "stands in   the room, at the end: Sleep\n" in runs.out
    assert "ending met  Sleep\n" in runs.out


def test_a_run_is_shown_as_json_and_while_it_is_played(runs: Commands, saves: Path) -> None:
    with RunFile.open(rich(saves)):
        found = runs.json("show", "inn/anna")
    assert found["last"] == found["figures"]["last"]
    assert (found["title"], found["places"], found["figures"]["branches"]) == ("The Inn", ["the hall"], 2)


def test_the_figures_are_printed(runs: Commands, saves: Path) -> None:
    rich(saves)
    assert runs("stats", "anna") == 0
    rows = dict(line.rsplit(maxsplit=1) for line in runs.out.splitlines()[:-1])
    assert (rows["turns"], rows["turns on other paths"], rows["  model, small"]) == ("2", "2", "3")
    assert (rows["tokens written"], rows["seconds in all"]) == ("36", "1.5")


def test_times_are_those_of_the_clock_on_the_wall(runs: Commands, saves: Path) -> None:
    rich(saves)
    for command in ("show", "stats"):
        assert runs(command, "anna") == 0
        assert "T" not in "".join(re.findall(r"\d{4}-.*", runs.out))
    assert re.fullmatch(r"Begun [-\d]{10} [:\d]{5}, last played [-\d]{10} [:\d]{5}\.", runs.out.splitlines()[-1])


@pytest.mark.parametrize("told", ["", "yesterday"])
def test_what_is_no_moment_is_left_as_it_is(told: str) -> None:
    assert when(told) == told


def test_the_figures_come_as_json(runs: Commands, saves: Path) -> None:
    rich(saves)
    found = runs.json("stats", "anna")
    assert {"narrator": "model", "model": "small", "tellings": 3} in found["tellings"]


@pytest.mark.parametrize("command", ["show", "stats", "verify", "replay", "export", "delete"])
def test_a_wrong_name_is_a_sentence_with_the_nearest(runs: Commands, saves: Path, command: str) -> None:
    played(saves)
    assert runs(command, "anne") == 1
    assert runs.err == "loreloom: There is no run 'anne'; did you mean 'inn/anna'?\n"


@pytest.mark.parametrize("command", ["show", "stats", "verify", "replay", "export"])
def test_a_damaged_run_is_a_sentence(runs: Commands, saves: Path, command: str) -> None:
    played(saves).write_bytes(b"nothing")
    assert runs(command, "anna") == 1
    assert "is damaged or is not a run" in runs.err
