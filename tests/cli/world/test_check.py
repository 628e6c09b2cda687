"""`loreloom world check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.app import run
from tests.authoring.explore.test_search import DICE, NEVER
from tests.kit import INN


def test_a_sound_world_is_said_to_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "inn.toml"
    file.write_text(INN, encoding="utf-8")
    assert run(["world", "check", str(file)]) == 0
    assert capsys.readouterr().out == "Nothing is wrong.\n"


def test_every_error_is_shown_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "inn.toml"
    file.write_text(INN.replace('east = "yard"', 'east = "yrd"').replace('start = "hall"', 'start = "hal"'), "utf-8")
    assert run(["world", "check", str(file)]) == 1
    shown = capsys.readouterr().out
    assert shown.count("error[W012]") == 2
    assert shown.endswith("2 errors.\n")


def test_findings_come_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "inn.toml"
    file.write_text(INN.replace('east = "yard"', 'east = "yrd"'), encoding="utf-8")
    assert run(["world", "check", str(file), "--json"]) == 1
    [finding] = json.loads(capsys.readouterr().out)
    assert (finding["code"], finding["severity"], finding["file"]) == ("W012", "error", "inn.toml")
    assert finding["hint"].startswith("did you mean 'yard'")


def test_a_deep_check_plays_the_world_and_leaves_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "dice.toml"
    file.write_text(DICE + NEVER, encoding="utf-8")
    assert run(["world", "check", str(file)]) == 0
    assert "W112" in capsys.readouterr().out
    assert run(["world", "check", str(file), "--deep", "--json"]) == 1
    codes = [each["code"] for each in json.loads(capsys.readouterr().out)]
    assert codes == ["W104", "W201", "W112"]


def test_a_deep_check_says_what_its_limits_left_open(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "inn.toml"
    file.write_text(INN, encoding="utf-8")
    assert run(["world", "check", str(file), "--deep", "--states", "3"]) == 0
    shown = capsys.readouterr().out
    assert "warning[W205]: not decided: the ending 'sleep' was not reached" in shown
    assert "Nothing is wrong" not in shown
