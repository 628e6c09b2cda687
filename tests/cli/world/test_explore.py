"""`loreloom world explore`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.app import run
from tests.authoring.explore.test_search import DICE, NEVER, WALKING_AWAY
from tests.kit import INN

Captured = pytest.CaptureFixture[str]


def explored(tmp_path: Path, text: str, *options: str) -> int:
    """Return the exit code of exploring the world in a text."""
    file = tmp_path / "dice.toml"
    file.write_text(text, encoding="utf-8")
    return run(["world", "explore", str(file), *options])


def test_a_sound_world_is_told_in_full(tmp_path: Path, capsys: Captured) -> None:
    assert explored(tmp_path, INN) == 0
    summary, *lines = capsys.readouterr().out.splitlines()
    assert summary.startswith("117 states, all there are, in ")
    assert lines == [
        "REACHED dice.toml:84 ending 'sleep': Pay her > Take the brass lamp > Go up: the room",
        "UNTESTED dice.toml:42 thing 'ring'",
    ]


def test_an_ending_out_of_reach_leaves_with_1(tmp_path: Path, capsys: Captured) -> None:
    assert explored(tmp_path, DICE + NEVER) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "UNREACHABLE dice.toml:33 ending 'never'" in lines
    assert "REACHED dice.toml:22 ending 'won': Throw" in lines


def test_a_soft_lock_leaves_with_1(tmp_path: Path, capsys: Captured) -> None:
    assert explored(tmp_path, DICE.replace("[[ending]]", WALKING_AWAY, 1)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "SOFT LOCK 2 states from which no ending can be reached; the first: Walk away" in lines
    assert "DEAD END 2 states that lead nowhere else; the first: Walk away" in lines


def test_what_was_cut_is_not_decided(tmp_path: Path, capsys: Captured) -> None:
    assert explored(tmp_path, DICE + NEVER, "--states", "2") == 0
    shown = capsys.readouterr().out
    assert "not all there are" in shown
    assert "NOT DECIDED dice.toml:33 ending 'never': not reached in the states that were searched" in shown
    assert "UNREACHABLE" not in shown


def test_plays_say_not_reached(tmp_path: Path, capsys: Captured) -> None:
    assert explored(tmp_path, DICE + NEVER, "--random", "12", "--seed", "3") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("12 plays through ")
    assert "NOT REACHED dice.toml:33 ending 'never': not reached in 12 plays" in shown
    assert "UNREACHABLE" not in shown


def test_json_says_all_of_it(tmp_path: Path, capsys: Captured) -> None:
    assert explored(tmp_path, DICE + NEVER, "--json") == 1
    record = json.loads(capsys.readouterr().out)
    assert (record["complete"], record["states"], record["not_decided"]) == (True, 4, [])
    assert {"id": "won", "reached": True, "path": ["Throw"]} in record["endings"]
    assert {"id": "never", "reached": False, "path": None} in record["endings"]
    assert record["soft_locks"] == {"count": 0, "decided": True, "path": None}
    assert record["untested"] == [{"kind": "ending", "id": "never", "file": "dice.toml", "line": 33}]
    assert {"seconds", "states_per_second"} <= record.keys()


def test_a_world_with_errors_shows_them(tmp_path: Path, capsys: Captured) -> None:
    assert explored(tmp_path, DICE.replace("luck == 3", "luk == 3")) == 1
    assert "did you mean 'luck'" in capsys.readouterr().err
