"""`runs repair`: what is whole of a damaged run becomes a new one, and a person is told what was saved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.app import run
from game.session.opening import open_session
from tests.kit import inn
from tests.storage.kit import alter


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    """Return a folder with one run of four turns, which ends with waiting."""
    session = open_session(inn(), tmp_path / "saves", None, run="evening", seed=7)
    for events in (session.begin(), *map(session.submit, ("take lamp", "east", "wait"))):
        list(events)
    session.close()
    return tmp_path / "saves"


def repair(*arguments: str | Path) -> int:
    return run(["runs", "repair", *map(str, arguments)])


def test_a_sound_run_is_said_to_have_lost_nothing(saves: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert repair("inn/evening", "--saves", saves) == 0
    out = capsys.readouterr().out
    assert out.startswith("Saved 4 turns, 4 tellings, 0 bookmarks, ")
    assert "evening-repaired-1.loreloom.\nNothing is known to be lost.\n" in out


def test_a_player_is_told_what_is_lost_and_where_they_stand(saves: Path, capsys: pytest.CaptureFixture[str]) -> None:
    alter(saves / "inn" / "evening.loreloom", "UPDATE states SET packed = x'00' WHERE turn = 4")
    assert repair("evening", "--saves", saves) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Lost: 1 turn, 1 telling.",
        "You stand at turn 2, the last whole one on the way to where you stood.",
    ]


def test_a_repaired_run_is_played_on(saves: Path) -> None:
    alter(saves / "inn" / "evening.loreloom", "UPDATE states SET packed = x'00' WHERE turn = 4", "DELETE FROM meta")
    assert repair("evening", "--saves", saves) == 0
    session = open_session(inn(), saves, None, run="evening-repaired-1")
    list(session.begin())
    assert (session.state.seed, session.run.current().words) == (7, "east")
    list(session.submit("wait"))
    session.close()


def test_json_says_the_same(saves: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    alter(saves / "inn" / "evening.loreloom", "DELETE FROM meta")
    assert repair(saves / "inn" / "evening.loreloom", "--output", tmp_path / "new.loreloom", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["path"], said["saved"]["turns"], said["lost"]) == (
        str(tmp_path / "new.loreloom"),
        4,
        {"turns": 0, "tellings": 0, "bookmarks": 0},
    )
    assert (said["depth"], said["stood"], said["has_meta"]) == (3, True, False)


def test_a_run_that_is_not_there_is_named(saves: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert repair("morning", "--saves", saves) == 1
    assert "There is no run 'morning'" in capsys.readouterr().err
    assert repair("other/evening", "--saves", saves) == 1


def test_a_name_that_two_worlds_have_is_not_guessed(saves: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (saves / "other").mkdir()
    (saves / "other" / "evening.loreloom").touch()
    assert repair("evening", "--saves", saves) == 1
    assert "say which, inn/evening or other/evening" in capsys.readouterr().err


def test_a_file_of_which_nothing_is_whole_says_so(saves: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (saves / "inn" / "evening.loreloom").write_text("Dear diary, " * 999)
    assert repair("evening", "--saves", saves) == 1
    assert "Nothing of" in capsys.readouterr().err
