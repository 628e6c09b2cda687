"""The command model trial."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.cli import trial
from game.cli.app import run
from game.llm.trials import kept_results
from tests.llm.results import result_for
from tests.trial.acting import truthful

Capture = pytest.CaptureFixture[str]


class Hosted:
    """Stands for a host: a scripted model, or one that is never loaded."""

    def __init__(self, why: str = "") -> None:
        self.model, self.why = truthful(), why

    def start(self) -> None:
        """Begin nothing: it is there, or never will be."""

    def wait(self, timeout_s: float) -> bool:
        return not self.why

    def __getattr__(self, name: str) -> Any:
        return getattr(self.model, name)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model's file, and a cache of its own; trying it takes no time."""
    file = tmp_path / "small.gguf"
    file.write_bytes(b"GGUF")
    monkeypatch.setenv("LORELOOM_CACHE", str(tmp_path))
    monkeypatch.setattr(trial, "host_of", lambda *_: Hosted())
    monkeypatch.setattr("game.trial.trial.try_model", lambda *_, **__: result_for(file))
    return file


def test_what_was_found_is_said_and_kept(file: Path, tmp_path: Path, capsys: Capture) -> None:
    assert run(["model", "trial", str(file)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("small, tried in 'en' for 61 s\n")
    assert "line: not passed, 24 cases\n   30% of 96   things done (at least 50%)  *\n" in said
    assert "choosing: passed, 24 cases\n   80% of 96   things done (at least 50%)\n" in said
    assert "It is trusted with choosing. Else it says nothing of weather and light;" in said
    assert list(kept_results(tmp_path, file)) == [result_for(file)]


def test_json_is_the_result_and_where_it_is_kept(file: Path, tmp_path: Path, capsys: Capture) -> None:
    run(["model", "trial", str(file), "--json"])
    said = json.loads(capsys.readouterr().out)
    assert (said["trusted"], said["language"]) == (["choosing"], "en")
    assert Path(said["file"]).is_relative_to(tmp_path / "trials")


def test_a_model_that_passes_nothing_leaves_the_author(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr("game.trial.trial.try_model", lambda *_, **__: result_for(file, passed=()))
    run(["model", "trial", str(file)])
    assert "trusted with nothing, so that the author's words alone tell." in capsys.readouterr().out


def test_a_model_that_cannot_be_loaded_says_why(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(trial, "host_of", lambda *_: Hosted(why="never"))
    assert run(["model", "trial", str(file)]) == 1
    assert "small was not loaded in time: try it once more." in capsys.readouterr().err
    assert list(kept_results(tmp_path, file)) == []


@pytest.mark.usefixtures("file")
@pytest.mark.parametrize(
    ("name", "why"), [("none", "nothing to try"), ("http://127.0.0.1:1", "a server has none here")]
)
def test_what_has_no_file_is_not_tried(name: str, why: str, capsys: Capture) -> None:
    assert run(["model", "trial", name]) == 1
    assert why in capsys.readouterr().err


def test_what_readers_would_rather_be_without_is_said(tmp_path: Path) -> None:
    (model := tmp_path / "m.gguf").write_bytes(b"GGUF")
    found = replace(result_for(model), refused=("choosing",))
    assert trial.as_text("Small", found).endswith("readers would rather be without its choosing.")
