"""The command tune data."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli.app import run
from tests.tune.made import TOUCH, write_rows

GOOD = {**TOUCH, "tell": "Rain ticks on the slates and then thinks better of it."}
WORN = {**TOUCH, "tell": "The rain is a tapestry of grey drops."}


def test_the_games_own_examples_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tune", "data"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("kind            rows     train  held out   answers    faulty\n")
    assert out.endswith("\n\n0 faults found.\n")


def test_a_fault_is_named_and_leaves_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tune", "data", "--from", str(write_rows(tmp_path, GOOD, WORN))]) == 1
    assert "some/rows.jsonl, line 2: worn: a tapestry of\n1 fault found.\n" in capsys.readouterr().out


def test_json_has_figures_and_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["tune", "data", "--json", "--from", str(write_rows(tmp_path, WORN))])
    found = json.loads(capsys.readouterr().out)
    assert found["kinds"][0]["faulty"] == 1
    assert found["faults"] == [{"file": "some/rows.jsonl", "line": 1, "rule": "worn", "about": "a tapestry of"}]


def test_both_sides_are_written_without_faulty_rows(tmp_path: Path) -> None:
    run(["tune", "data", "--from", str(write_rows(tmp_path, GOOD, WORN)), "--to", str(tmp_path / "out")])
    written = "".join((tmp_path / "out" / side / "ambience.jsonl").read_text() for side in ("train", "held-out"))
    assert json.loads(written) == GOOD


def test_a_bad_row_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tune", "data", "--from", str(write_rows(tmp_path, "{"))]) == 1
    assert capsys.readouterr().err.startswith("loreloom: some/rows.jsonl, line 1 is not JSON")


def test_a_folder_without_examples_has_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tune", "data", "--from", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith(f"loreloom: There are no examples in {tmp_path}")


def test_whoever_plays_imports_nothing_of_it() -> None:
    asked = "import sys, game.cli.app; print([name for name in sys.modules if name.startswith('game.tune')])"
    assert subprocess.check_output([sys.executable, "-c", asked], text=True) == "[]\n"
