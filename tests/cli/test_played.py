"""The command tune data --from-runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.app import run
from game.tune.rows import rows_of
from tests.scripted import ScriptedModel
from tests.storage.kit import alter
from tests.tune.played.kit import play

TOLD = ["You come in.", "A clock ticks.", "Rain taps.", "A dog sighs."]


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    """Return a folder with a run in which a retry was taken, a turn rewritten, and one given a minus."""
    play(
        tmp_path / "saves",
        "wait",
        "/retry",
        "wait",
        "/edit It rains.",
        "wait",
        "-",
        model=ScriptedModel([*TOLD, "On."]),
    )
    return tmp_path / "saves"


def test_what_was_liked_is_counted_and_what_was_left_out_is_said(
    saves: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["tune", "data", "--from-runs", "--saves", str(saves)]) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["liked", "examples", "pairs"],
        ["given", "a", "plus", "0", "0"],
        ["in", "your", "own", "words", "1", "1"],
        ["taken", "among", "several", "1", "1"],
        ["all", "2", "2"],
        ["Of", "2", "turns:", "scene", "2."],
        ["Left", "out:", "1,", "given", "a", "minus,", "and", "nothing", "else", "of", "the", "turn", "is", "liked."],
    ]


def test_it_is_written_for_a_training_here_and_elsewhere(saves: Path, tmp_path: Path) -> None:
    out, trl = tmp_path / "own.jsonl", tmp_path / "trl"
    asked = ["tune", "data", "anna", "--from-runs", "--saves", str(saves), "--out", str(out), "--trl", str(trl)]
    assert run(asked) == 0
    assert len(rows_of(out)) == 2
    pair = json.loads((trl / "preference.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert pair["chosen"] == [{"role": "assistant", "content": "It rains."}]
    assert len((trl / "sft.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_json_has_all_of_it(saves: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["tune", "data", "--from-runs", "--json", "--saves", str(saves)])
    record = json.loads(capsys.readouterr().out)
    assert (record["turns"], record["why"]["edited"], record["jobs"]) == (2, {"examples": 1, "pairs": 1}, {"scene": 2})


def test_a_damaged_run_among_all_is_left_out_and_one_that_is_named_is_an_error(
    saves: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alter(saves / "inn" / "anna.loreloom", "UPDATE turns SET words = 'other'")
    assert run(["tune", "data", "--from-runs", "--saves", str(saves)]) == 0
    assert "Left out: 1, the run inn/anna cannot be read" in capsys.readouterr().out
    assert run(["tune", "data", "anna", "--from-runs", "--saves", str(saves)]) == 1


def test_runs_without_saying_so_are_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tune", "data", "anna"]) == 1
    assert capsys.readouterr().err.startswith("loreloom: Runs, --out and --trl are of what you liked")
