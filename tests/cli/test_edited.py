"""Runs whose world was edited, at the command line: what is said, what the options do, what is asked at a terminal."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
import typer

from game.cli import edited
from game.cli.app import run
from game.errors import SettingsError
from game.session.changes import Misfit
from game.session.missing import Gone
from game.session.reopening import UNDECIDED, Decision, WorldChanged
from game.story.sentences import sentences_for
from tests.kit import INN

EN = sentences_for("en")


class Terminal(io.StringIO):
    """Standard input or output as a terminal."""

    def isatty(self) -> bool:
        return True


def changed(*gone: Gone) -> WorldChanged:
    """Return what is raised for a run that does not fit at its third turn."""
    return WorldChanged(Misfit(4, 3, "take lamp", 3, gone), {}, EN)


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Play the inn, then call its lamp a lantern; return the folder of it all."""
    (tmp_path / "inn.toml").write_text(INN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert played("take lamp\n", monkeypatch) == 0
    renamed = (
        INN.replace("[thing.lamp]", "[thing.lantern]").replace("(lamp)", "(lantern)").replace('"lamp"', '"lantern"')
    )
    (tmp_path / "inn.toml").write_text(renamed, encoding="utf-8")
    return tmp_path


def played(typed: str, monkeypatch: pytest.MonkeyPatch, *options: str) -> int:
    """Return the exit code of playing the run a."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    return run(["play", "./inn.toml", "--plain", "--model", "none", "--saves", "saves", "--run", "a", *options])


def test_a_run_that_does_not_fit_says_what_can_be_done(
    play: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert played("", monkeypatch) == 1
    said = capsys.readouterr().err
    assert "turn 1, “take lamp”, does not fit it any more" in said
    assert "there is no thing 'lamp' now (was it renamed 'lantern'?)." in said
    assert "Nothing was changed." in said
    assert "--rename lamp=lantern" in said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--edited", "old"], "you go on in the world as it was"),
        (["--edited", "rewind"], "you stand before “take lamp” now"),
        (["--edited", "fit"], "you go on with what still fits"),
        (["--rename", "lamp=lantern"], "This run has the new names now"),
        (["--watch"], "you go on with what still fits"),
    ],
)
def test_each_answer_is_an_option(
    play: Path, options: list[str], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert played("wait\n", monkeypatch, *options) == 0
    printed = capsys.readouterr().out
    assert said in printed
    assert "Time passes." in printed


@pytest.mark.parametrize("text", ["lamp", "=lamp", "lamp=", ""])
def test_a_renaming_that_is_none_says_how_it_is_written(text: str) -> None:
    with pytest.raises(SettingsError, match="write --rename lamp=lantern"):
        edited.decision_of(None, [text])


@pytest.mark.parametrize(
    ("typed", "decision"),
    [
        ("1\n", Decision("old")),
        ("2\n", Decision("rewind")),
        ("3\n\n\n", Decision(names={"lamp": "lantern"})),
        ("9\n3\nlamp\ntorch\n", Decision(names={"lamp": "torch"})),
    ],
)
def test_at_a_terminal_it_is_asked(typed: str, decision: Decision, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    monkeypatch.setattr(sys, "stdout", Terminal())
    decided: list[Decision] = []

    def opened(each: Decision) -> None:
        decided.append(each)
        if each == UNDECIDED:
            raise changed(Gone("thing", "lamp", "lantern"))

    edited.open_decided(opened, UNDECIDED)  # type: ignore[arg-type]
    assert decided == [UNDECIDED, decision]


def test_an_answer_that_is_none_is_asked_for_again_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("old\n"))
    monkeypatch.setattr(sys, "stdout", said := Terminal())
    with pytest.raises(typer.Abort):
        edited._asked(changed(), UNDECIDED)
    assert "type 1, 2 or 3, and Enter." in said.getvalue()


def test_nothing_is_decided_by_leaving(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(""))
    monkeypatch.setattr(sys, "stdout", Terminal())

    def opened(_: Decision) -> None:
        raise changed()

    with pytest.raises(typer.Abort):
        edited.open_decided(opened, UNDECIDED)  # type: ignore[arg-type]


def test_a_run_is_only_looked_at(
    play: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = play / "saves" / "inn" / "a.loreloom"
    before = file.read_bytes()
    assert played("wait\n/timeline\n", monkeypatch, "--read-only") == 0
    printed = capsys.readouterr().out
    assert "You take the brass lamp." in printed
    assert "is only looked at" in printed
    assert "@2  1. take lamp" in printed
    assert file.read_bytes() == before
