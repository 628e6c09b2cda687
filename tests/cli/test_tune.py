"""The commands tune data and tune train."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.cli.app import run
from game.tune.training import trainer
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


def test_a_training_says_what_it_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trainer, "NEEDED", ())
    monkeypatch.setattr(trainer, "CHILD", "tests.tune.training.acted")
    model, out = tmp_path / "model.gguf", tmp_path / "adapter.gguf"
    model.write_bytes(b"GGUF")
    asked = ["tune", "train", "--model", str(model), "--out", str(out)]
    assert run(asked) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [line.split() for line in printed[:3]] == [
        ["held", "out", "before", "after"],
        ["perplexity", "of", "ambience", "90.00", "20.00"],
        ["the", "command", "meant", "gains", "most", "50.0%", "90.0%"],
    ]
    assert printed[-1] == f"The adapter is {out} (0.0 MB)."
    out.unlink()
    assert run([*asked, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["after"]["chosen"] == 0.9


def test_a_training_of_a_model_that_is_not_there_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trainer, "NEEDED", ())
    assert run(["tune", "train", "--model", str(tmp_path / "none.gguf"), "--out", str(tmp_path / "a.gguf")]) == 1
    assert capsys.readouterr().err.startswith("loreloom: There is no model")


def test_a_training_goes_on_from_an_adapter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ordered: list[trainer.Order] = []

    def acted(order: trainer.Order) -> Iterator[dict[str, Any]]:
        ordered.append(order)
        yield from ()

    monkeypatch.setattr(trainer, "train", acted)
    run(["tune", "train", "--begins", "first.gguf", "--out", str(tmp_path / "second.gguf")])
    assert ordered[0].begins == Path("first.gguf")


def test_whoever_plays_imports_nothing_of_it() -> None:
    asked = "import sys, game.cli.app; print([name for name in sys.modules if name.startswith('game.tune')])"
    assert subprocess.check_output([sys.executable, "-c", asked], text=True) == "[]\n"
