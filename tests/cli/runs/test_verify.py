"""`loreloom runs verify`."""

from __future__ import annotations

from pathlib import Path

from tests.archive.kit import played, rich
from tests.archive.test_verify import forged, state_of
from tests.cli.runs.conftest import Commands


def test_a_good_run_is_said_to_be_good(runs: Commands, saves: Path) -> None:
    rich(saves)
    assert runs("verify", "anna") == 0
    assert runs.out == "inn/anna: the file is whole, and 5 of its 5 turns came out as they were saved.\n"


def test_a_run_without_a_copy_is_verified_by_the_installed_world(runs: Commands, saves: Path) -> None:
    played(saves, "east", files=None)
    assert runs("verify", "anna") == 0


def test_what_differs_is_said_and_leaves_with_1(runs: Commands, saves: Path) -> None:
    path = rich(saves)
    forged(path, 5, state=state_of(path, 5, turn=9))
    assert runs("verify", "forged") == 1
    first, last = runs.out.splitlines()
    assert first.startswith("Turn 2 (@5, `talk anna : ")
    assert "`) came out otherwise: turn: 9 was saved, 2 comes out." in first
    assert last == "inn/forged: the file is whole, and 4 of its 5 turns came out as they were saved."


def test_the_first_of_many_differences_are_shown(runs: Commands, saves: Path) -> None:
    path = played(saves, *["wait"] * 8)
    for turn in range(2, 9):
        path = forged(path, turn, events="[]").rename(path.with_name(f"forged-{turn}.loreloom"))
    assert runs("verify", path.stem) == 1
    assert "Another 2 turns came out otherwise.\n" in runs.out


def test_why_turns_were_not_played_again_is_said(runs: Commands, saves: Path, tmp_path: Path) -> None:
    played(saves, "east", files=None)
    (tmp_path / "worlds" / "inn.toml").unlink()
    assert runs("verify", "anna") == 0
    assert runs.out.startswith("inn/anna: The run keeps no copy of its world, and the world 'inn' is not installed")


def test_a_verdict_comes_as_json(runs: Commands, saves: Path) -> None:
    rich(saves)
    found = runs.json("verify", "anna")
    assert found == {"run": "inn/anna", "turns": 5, "counts": {"good": 5}, "different": [], "why": ""}
