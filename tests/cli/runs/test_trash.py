"""`loreloom runs delete`, `runs restore` and `runs rename`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import typer

from game.storage.run import RunFile
from tests.archive.kit import played
from tests.cli.runs.conftest import Commands


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the questions that somebody at a terminal said yes to."""
    questions: list[str] = []
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(typer, "confirm", lambda question, abort: questions.append(question))
    return questions


def test_a_deleted_run_comes_back(runs: Commands, saves: Path) -> None:
    path = played(saves, "east")
    assert runs("delete", "anna", "--yes") == 0
    assert "loreloom runs restore inn/anna" in runs.out
    assert not path.exists()
    assert runs.json("list") == []
    assert runs("restore", "anna") == 0
    assert runs.out == "inn/anna is back.\n"
    assert runs("verify", "anna") == 0


def test_deleting_asks(runs: Commands, saves: Path, asked: list[str]) -> None:
    path = played(saves)
    assert runs("delete", "anna") == 0
    assert asked == ["Delete the run inn/anna?"]
    assert not path.exists()


def test_where_nobody_can_be_asked_nothing_is_deleted(runs: Commands, saves: Path) -> None:
    path = played(saves)
    assert runs("delete", "anna") == 1
    assert runs.err == ("loreloom: Delete the run inn/anna? Nobody can be asked without a terminal: say --yes.\n")
    assert path.exists()


def test_a_run_that_is_open_is_neither_deleted_nor_renamed(runs: Commands, saves: Path) -> None:
    with RunFile.open(played(saves)) as run:
        for command in (("delete", "anna", "--yes"), ("rename", "anna", "berta")):
            assert runs(*command) == 1
            assert "is open in another window" in runs.err
        assert run.file.exists()


def test_the_trash_is_listed_the_last_deleted_first(runs: Commands, saves: Path) -> None:
    for name in ("anna", "berta"):
        played(saves, run=name)
        assert runs("delete", name, "--yes") == 0
    assert [each["run"] for each in runs.json("restore")] == ["inn/berta", "inn/anna"]
    assert runs("restore") == 0
    assert runs.out.startswith("inn/berta  deleted ")


def test_an_emptied_trash_gives_nothing_back(runs: Commands, saves: Path, asked: list[str]) -> None:
    played(saves)
    assert runs("delete", "anna") == 0
    assert runs("restore", "--empty") == 0
    assert asked[-1] == "Delete the run in the trash for good?"
    assert runs("restore", "anna") == 1
    assert runs.err == "loreloom: There is no run 'anna' in the trash; there are none.\n"
    assert runs("restore", "--empty", "--yes", "--json") == 0
    assert runs("restore") == 0
    assert runs.out == "The trash is empty.\n"


def test_one_run_is_not_restored_while_all_are_deleted(runs: Commands) -> None:
    assert runs("restore", "anna", "--empty") == 1
    assert "leave RUN or --empty out" in runs.err


def test_a_renamed_run_is_the_same_run(runs: Commands, saves: Path) -> None:
    played(saves, "east")
    assert runs("rename", "anna", "berta") == 0
    assert runs.out == "inn/anna is called inn/berta now.\n"
    assert [each["run"] for each in runs.json("list")] == ["inn/berta"]
    assert runs("verify", "berta") == 0


@pytest.mark.parametrize(("new", "said"), [("anna", "already"), ("../x", "cannot name a run"), ("a b", "cannot name")])
def test_a_name_that_cannot_be_is_refused(runs: Commands, saves: Path, new: str, said: str) -> None:
    played(saves)
    played(saves, run="berta")
    assert runs("rename", "berta", new) == 1
    assert said in runs.err
