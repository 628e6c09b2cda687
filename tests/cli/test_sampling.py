"""The command tune sample."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import sampling
from game.cli.app import run
from tests.llm.tiny_gguf import write_llama

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A model's file, a cache of its own, and a child that acts."""
    monkeypatch.setenv("LORELOOM_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(sampling, "CHILD", "tests.tune.rounds.acted")
    return str(write_llama(tmp_path / "tiny.gguf"))


def test_what_is_kept_is_written_and_the_rest_is_counted(model: str, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "new" / "round.jsonl"
    assert run(["tune", "sample", "--model", model, "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == '{"kind": "played"}\n'
    printed = capsys.readouterr().out
    assert printed.split()[:3] == ["line:", "claims", "3"]
    assert f"1 text kept in {out}." in printed


def test_json_has_the_same(model: str, tmp_path: Path, capsys: Capture) -> None:
    run(["tune", "sample", "--model", model, "--out", str(tmp_path / "round.jsonl"), "--json"])
    assert json.loads(capsys.readouterr().out) == {"kept": 1, "faults": {"line: claims": 3}}


def test_what_is_there_is_not_written_over(model: str, tmp_path: Path, capsys: Capture) -> None:
    (out := tmp_path / "round.jsonl").write_text("mine", encoding="utf-8")
    assert run(["tune", "sample", "--model", model, "--out", str(out)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "mine"


def test_where_nothing_can_be_written_a_sentence_says_so(model: str, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "file").write_text("")
    assert run(["tune", "sample", "--model", model, "--out", str(tmp_path / "file" / "round.jsonl")]) == 1
    assert "cannot be written" in capsys.readouterr().err
