"""A folder of runs and one of worlds, and the commands over them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from game.cli.app import run
from tests.kit import INN


@pytest.fixture(autouse=True)
def saves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the commands find runs in, empty; the inn is installed."""
    worlds = tmp_path / "worlds"
    worlds.mkdir()
    (worlds / "inn.toml").write_text(INN, encoding="utf-8")
    monkeypatch.setenv("LORELOOM_WORLDS", str(worlds))
    monkeypatch.setenv("LORELOOM_SAVES", str(tmp_path / "saves"))
    return tmp_path / "saves"


class Commands:
    """Runs `loreloom runs …`; out and err are what it printed last."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *arguments: str) -> int:
        """Return the exit code of a command."""
        code = run(["runs", *arguments])
        self.out, self.err = self._capsys.readouterr()
        return code

    def json(self, *arguments: str) -> Any:
        """Return what a command prints as JSON."""
        assert self(*arguments, "--json") == 0, self.err
        return json.loads(self.out)


@pytest.fixture
def runs(capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capsys)
