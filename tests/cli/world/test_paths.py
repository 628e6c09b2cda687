"""`loreloom world test`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.app import run
from tests.kit import INN

PATHS = """
[[path]]
name = "Take the lamp, go down!"
choose = ["take lamp", "down"]
expect = ["at(cellar)"]
"""


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """Return the inn's file, with a path."""
    file = tmp_path / "inn.toml"
    file.write_text(INN + PATHS, encoding="utf-8")
    return file


def test_a_path_that_leads_where_it_says_is_good(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "test", str(world)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "ok: Take the lamp, go down! (not recorded; --bless records it)",
        "1 of 1 paths are good.",
    ]


def test_a_path_that_does_not_says_why(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world.write_text(INN + PATHS.replace("at(cellar)", "paid") + '[[path]]\nname = "x"\nchoose = ["fly"]', "utf-8")
    assert run(["world", "test", str(world)]) == 1
    shown = capsys.readouterr().out
    assert "“paid” does not hold at its end" in shown
    assert "words 1, “fly”: “fly” means nothing" in shown
    assert "0 of 2 paths are good." in shown


def test_a_recorded_path_is_compared_with_what_it_was(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "test", str(world), "--bless"]) == 0
    assert (world.parent / "inn.transcripts" / "take-the-lamp-go-down.txt").read_text("utf-8").startswith("# The Inn\n")
    world.write_text((INN + PATHS).replace("Barrels.", "Casks."), encoding="utf-8")
    capsys.readouterr()
    assert run(["world", "test", str(world)]) == 1
    assert "\n  -Barrels.\n  +Casks.\n" in capsys.readouterr().out


def test_the_outcome_comes_as_json(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "test", str(world), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {"name": "Take the lamp, go down!", "failures": [], "difference": [], "recorded": False}
    ]
