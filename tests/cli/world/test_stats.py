"""`loreloom world stats`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.app import run
from tests.kit import INN

PATH = """
[[path]]
name = "out"
choose = ["go east"]
"""


def shown(tmp_path: Path, capsys: pytest.CaptureFixture[str], *options: str, more: str = "") -> str:
    file = tmp_path / "inn.toml"
    file.write_text(INN + more, encoding="utf-8")
    assert run(["world", "stats", str(file), *options]) == 0
    return capsys.readouterr().out


def test_figures_are_shown_as_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(tmp_path, capsys, more=PATH)
    assert out.startswith("The Inn\n\nplaces              4\n")
    assert "Reading grade " in out
    assert "Play time: about 1 minute." in out
    assert "220 words a minute, and 4 seconds a turn" in out


def test_a_world_without_paths_says_why_it_has_no_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Play time: not known" in shown(tmp_path, capsys)


def test_a_broken_path_is_mentioned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "cannot be played as they stand: 1." in shown(tmp_path, capsys, more=PATH.replace("east", "nowhere"))


def test_figures_come_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(shown(tmp_path, capsys, "--json", more=PATH))
    assert found["counts"]["places"] == 4
    assert found["total"] == sum(found["words"].values())
    assert found["longest"]["name"] == "out"
