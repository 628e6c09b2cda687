"""`loreloom runs list`."""

from __future__ import annotations

import os
from pathlib import Path

from tests.archive.kit import played
from tests.cli.runs.conftest import Commands


def test_runs_are_listed_by_world_and_name_the_last_played_first(runs: Commands, saves: Path) -> None:
    os.utime(played(saves, "east", run="anna"), (100, 100))
    os.utime(played(saves, "east", "west", run="雾港"), (200, 200))
    assert runs("list") == 0
    first, second = runs.out.splitlines()
    assert first.startswith("inn/雾港      2 turns  1970-01-01 ")
    assert second.startswith("inn/anna       1 turn  1970-01-01 ")


def test_what_is_wrong_with_a_run_stands_on_its_line(runs: Commands, saves: Path) -> None:
    played(saves).with_name("broken\x1b.loreloom").write_text("nothing")
    assert runs("list") == 0
    broken = next(line for line in runs.out.splitlines() if "broken" in line)
    assert "is damaged or is not a run of Loreloom" in broken
    assert "\x1b" not in runs.out


def test_runs_are_listed_as_json_and_of_one_world(runs: Commands, saves: Path) -> None:
    path = played(saves, "east")
    (record,) = runs.json("list", "--world", "inn")
    assert (record["run"], record["turns"], record["problem"], record["file"]) == ("inn/anna", 1, "", str(path))
    assert runs.json("list", "--world", "tower") == []


def test_where_there_are_none_it_says_how_to_begin(runs: Commands) -> None:
    assert runs("list") == 0
    assert runs.out == "There are no runs: begin one with loreloom play WORLD.\n"
    assert runs("list", "--world", "inn") == 0
    assert "no runs of 'inn'" in runs.out
