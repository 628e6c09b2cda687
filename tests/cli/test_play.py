"""`loreloom play` as a pipe sees it."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from game.cli.app import run
from game.cli.play import has_screen
from game.cli.power import MAY_LOOK_AHEAD
from game.session.opening import open_session
from game.session.session import Session
from game.settings import Lookahead
from tests.kit import INN

ROOT = Path(__file__).parents[2]


@pytest.fixture
def worlds(tmp_path: Path) -> Path:
    """Return a folder with the inn in it."""
    folder = tmp_path / "worlds"
    folder.mkdir()
    (folder / "inn.toml").write_text(INN, encoding="utf-8")
    return folder


class Typing:
    """Standard input whose lines come from an iterator, which may do something between them."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def isatty(self) -> bool:
        return False


class Player:
    """Plays by typing lines into the program."""

    def __init__(self, worlds: Path, saves: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._options = ("--plain", "--narrator", "authored", "--worlds", str(worlds), "--saves", str(saves))
        self._monkeypatch = monkeypatch

    def play(self, *arguments: str, typed: str | Iterable[str] = "") -> int:
        """Return the exit code of one playing."""
        self._monkeypatch.setattr(sys, "stdin", Typing(typed.splitlines(True) if isinstance(typed, str) else typed))
        return run(["play", *arguments, *self._options])


@pytest.fixture
def player(worlds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Player:
    """Return somebody who plays in a folder of their own."""
    return Player(worlds, tmp_path / "saves", monkeypatch)


def test_play_begins_a_new_run_each_time(player: Player, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [player.play("inn"), player.play("inn")] == [0, 0]
    assert sorted(path.name for path in (tmp_path / "saves" / "inn").glob("*.loreloom")) == [
        "run-1.loreloom",
        "run-2.loreloom",
    ]
    assert "run-1" not in capsys.readouterr().out


def test_a_named_run_is_gone_on_with(player: Player, capsys: pytest.CaptureFixture[str]) -> None:
    assert player.play("inn", "--run", "anna", typed="take lamp\n") == 0
    capsys.readouterr()
    assert player.play("inn", "--run", "anna", typed="drop lamp\n") == 0
    assert capsys.readouterr().out.startswith("You take the brass lamp.\n\n1. ")


def piped(saves: Path, typed: bytes) -> subprocess.CompletedProcess[bytes]:
    """Return what the program does with lines from a pipe."""
    options = ["--plain", "--narrator", "authored", "--seed", "7", "--saves", str(saves)]
    command = [sys.executable, "-m", "game", "play", "saltmarrow", *options]
    return subprocess.run(command, input=typed, cwd=ROOT, capture_output=True, check=True)


def test_piped_play_is_the_same_twice(tmp_path: Path) -> None:
    first, second = (piped(tmp_path / name, b"1\n1\nlook\n") for name in ("a", "b"))
    assert first.stdout == second.stdout
    assert b"# The Bells of Saltmarrow" in first.stdout
    assert first.stderr == b""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["in"], "There is no world 'in'; did you mean 'inn'?"),
        (["./none.toml"], "There is no world at none.toml; check the path."),
        (["inn", "--run", "../x"], "cannot name a run"),
    ],
)
def test_what_is_not_there_is_a_sentence(
    player: Player, arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert player.play(*arguments) == 1
    assert sentence in capsys.readouterr().err


def test_a_broken_world_shows_its_mistakes(player: Player, worlds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (worlds / "inn.toml").write_text(INN.replace('start = "hall"', 'start = "hal"'), encoding="utf-8")
    assert player.play("inn") == 1
    assert "did you mean 'hall' (inn.toml:12)?" in capsys.readouterr().err


@pytest.mark.parametrize("option", [[], ["--author"]])
def test_who_plays_as_an_author_is_one(player: Player, option: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Session] = []
    monkeypatch.setattr("game.cli.play.play_plain", lambda session, *_, **__: opened.append(session))
    assert player.play("inn", *option) == 0
    assert [each.is_author for each in opened] == [bool(option)]


def test_an_unknown_narrator_is_misuse() -> None:
    assert run(["play", "inn", "--narrator", "parrot"]) == 2


def test_a_model_that_is_not_there_leaves_the_author_telling(
    worlds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("wait\n"))
    options = ["--plain", "--worlds", str(worlds), "--saves", str(tmp_path), "--model", str(tmp_path / "none.gguf")]
    assert run(["play", "inn", *options]) == 0
    printed = capsys.readouterr()
    assert "There is no model file" in printed.err
    assert "Time passes." in printed.out


@pytest.mark.parametrize(("term", "draws"), [("xterm-256color", True), ("dumb", False)])
def test_a_terminal_that_cannot_draw_is_no_screen(term: str, draws: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setenv("TERM", term)
    assert has_screen() == draws


@pytest.mark.parametrize("lookahead", ["auto", "off"])
def test_the_settings_say_whether_turns_are_told_ahead(
    worlds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lookahead: Lookahead
) -> None:
    leave: list[object] = []
    played = open_session

    def noted(*given: Any, **options: Any) -> Session:
        leave.append(options["may_look_ahead"])
        return played(*given, **options)

    monkeypatch.setattr("game.cli.play.open_session", noted)
    monkeypatch.setenv("LORELOOM_LOOKAHEAD", lookahead)
    assert Player(worlds, tmp_path / "saves", monkeypatch).play("inn") == 0
    assert leave == [MAY_LOOK_AHEAD[lookahead]]


def test_plain_mode_needs_no_screen() -> None:
    code = "import sys; import game.cli.app; print('textual' in sys.modules, 'llama_cpp' in sys.modules)"
    printed = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    assert printed == "False False\n"


def test_a_run_is_told_in_a_translation_and_goes_on_in_it(
    player: Player, worlds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (worlds / "inn.zh.toml").write_text('[place.hall]\nname = "大厅"\nlook = ["火灭了。", "从不"]', encoding="utf-8")
    assert player.play("inn", "--run", "anna", "--language", "zh") == 0
    assert "火灭了。" in capsys.readouterr().out
    assert player.play("inn", "--run", "anna", typed="看\n") == 0
    assert "火灭了。" in capsys.readouterr().out
    assert player.play("inn", "--language", "fr") == 1
    assert "not translated into 'fr'" in capsys.readouterr().err


def test_a_run_can_begin_after_a_path(player: Player, worlds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (worlds / "inn.toml").write_text(INN + '[[path]]\nname = "down"\nchoose = ["take lamp", "down"]', encoding="utf-8")
    assert player.play("inn", "--from", "down", "--run", "anna", typed="i\n") == 0
    shown = capsys.readouterr().out
    assert "# The cellar" in shown
    assert "You carry: brass lamp." in shown
    assert player.play("inn", "--from", "up") == 1
    assert "has no path “up”; its paths are: “down”." in capsys.readouterr().err
    assert player.play("inn", "--from", "down", "--run", "anna") == 1
    assert "was begun already" in capsys.readouterr().err


def test_a_watched_world_is_read_again_when_its_file_changes(
    player: Player, worlds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = worlds / "inn.toml"

    def typed() -> Iterator[str]:
        yield "take lamp\n"
        file.write_text(INN.replace("[place.hall]", "[place.hall", 1), encoding="utf-8")
        yield "east\n"
        file.write_text(INN.replace("Rain.", "Snow."), encoding="utf-8")
        yield "look\n"

    assert player.play("inn", "--watch", typed=typed()) == 0
    blocks = capsys.readouterr().out.split("\n\n")
    assert "error[W001]" in blocks[blocks.index("> east") - 1]
    assert blocks[blocks.index("> look") - 2] == "The world was read again."
    assert "Snow." in blocks[-2]
