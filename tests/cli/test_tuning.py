"""The command model tune."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from game.cli import tuning
from game.cli.app import run
from game.errors import ModelError
from game.llm.tuned import Answer, keep, kept_answer
from tests.llm.answers import answer_for

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model's file, and a cache of its own on a quiet machine where measuring takes no time."""
    file = tmp_path / "small.gguf"
    file.write_bytes(b"GGUF")
    monkeypatch.setenv("LORELOOM_CACHE", str(tmp_path))
    monkeypatch.setattr(tuning, "measured", lambda path, *_, **__: answer_for(path))
    monkeypatch.setattr("os.getloadavg", lambda: (0.0, 0.0, 0.0))
    return file


def measuring(monkeypatch: pytest.MonkeyPatch, fault: BaseException) -> None:
    """Have measuring end like that."""

    def measured(*_: Any, **__: Any) -> Answer:
        raise fault

    monkeypatch.setattr(tuning, "measured", measured)


def test_what_was_measured_and_chosen_is_told_and_kept(model: Path, tmp_path: Path, capsys: Capture) -> None:
    assert run(["model", "tune", str(model)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("small on ")
    assert "threads to write with  2: 124   1: 131*  tokens/s\n" in said
    assert "reading a full window  3,072 tokens: 18  s\n" in said
    assert "it reads 1,394 tokens/s, up to 256 of them in a step, and writes 131." in said
    assert "A step is broken off within 4 ms." in said
    assert "busy" not in said
    assert kept_answer(tmp_path, model) == answer_for(model)


def test_without_a_name_the_model_that_tells_is_measured(
    model: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("LORELOOM_MODEL", str(model))
    assert run(["model", "tune"]) == 0
    assert capsys.readouterr().out.startswith("small on ")


def test_json_is_the_answer_and_where_it_is_kept(model: Path, tmp_path: Path, capsys: Capture) -> None:
    run(["model", "tune", str(model), "--json"])
    said = json.loads(capsys.readouterr().out)
    assert (said["speeds"]["read"], said["tuned"]["tuning"]["chunk"]) == (1394.2, 256)
    assert Path(said["file"]).is_relative_to(tmp_path / "tuned")


def test_a_machine_that_others_use_is_spoken_of(model: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr("os.getloadavg", lambda: (1000.0, 0.0, 0.0))
    run(["model", "tune", str(model)])
    assert "measure again when it is quiet" in capsys.readouterr().out


@pytest.mark.parametrize(("fault", "code"), [(KeyboardInterrupt(), 130), (ModelError("It ended."), 1)])
def test_what_is_broken_off_or_fails_leaves_the_old_answer(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException, code: int
) -> None:
    keep(tmp_path, answer_for(model, gpu="A card"))
    measuring(monkeypatch, fault)
    assert run(["model", "tune", str(model)]) == code
    assert kept_answer(tmp_path, model) == answer_for(model, gpu="A card")


@pytest.mark.parametrize(("name", "words"), [("none", "nothing to measure"), ("gone.gguf", "no model file")])
def test_what_cannot_be_measured_is_one_sentence(name: str, words: str, capsys: Capture) -> None:
    assert run(["model", "tune", name]) == 1
    assert words in capsys.readouterr().err
