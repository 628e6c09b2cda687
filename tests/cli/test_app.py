"""What becomes of a command line: exit codes, and one sentence for every error."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from game.cli import app as command
from game.cli.app import run
from game.errors import SaveError
from game.settings import log_folder

GAME = [sys.executable, "-m", "game"]


class Command:
    """A command that ends as a test wants it to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.app = typer.Typer(pretty_exceptions_enable=False)
        monkeypatch.setattr(command, "app", self.app)

    def raises(self, error: BaseException) -> int:
        @self.app.command()
        def play() -> None:
            raise error

        return run([])


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> Command:
    return Command(monkeypatch)


def test_an_error_of_the_game_is_one_line_and_exit_1(ends: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert ends.raises(SaveError("The run is locked: end the other game.")) == 1
    assert capsys.readouterr() == ("", "loreloom: The run is locked: end the other game.\n")


def test_an_error_is_clean_whatever_it_quotes(ends: Command, capsys: pytest.CaptureFixture[str]) -> None:
    ends.raises(SaveError("There is no run a\x1b[2J\u202eb."))
    assert capsys.readouterr().err == "loreloom: There is no run a[2Jb.\n"


@pytest.mark.parametrize("group", [(), ("runs",), ("model",), ("world",)])
def test_the_help_tells_of_each_command_in_a_whole_sentence(
    group: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    run([*group, "--help"])
    _, _, listed = capsys.readouterr().out.partition("Commands:\n")
    assert listed.splitlines()
    assert [line for line in listed.splitlines() if line.endswith("...")] == []


def test_an_interrupt_is_130_and_silent(ends: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert ends.raises(KeyboardInterrupt()) == 130
    assert capsys.readouterr() == ("", "")


def test_a_mistake_of_the_program_names_its_log(ends: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert ends.raises(RuntimeError("a bug")) == 70
    log = log_folder() / "crash.log"
    assert str(log) in capsys.readouterr().err
    assert "RuntimeError: a bug" in log.read_text()


def test_a_mistake_without_a_log_folder_is_still_shown(
    ends: Command, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "state").write_text("a file where a folder should be")
    assert ends.raises(RuntimeError("a bug")) == 70
    assert "RuntimeError: a bug" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["nosuch"], ["doctor", "--nosuch"], ["model"], ["model", "info"]])
def test_misuse_is_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert "Usage: loreloom" in "".join(capsys.readouterr())


@pytest.mark.parametrize("arguments", [["--help"], ["model", "-h"], ["doctor", "--help"]])
def test_help_is_exit_0(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 0
    assert capsys.readouterr().out.startswith("Usage: loreloom")


def test_the_version_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert re.fullmatch(r"loreloom \d+\.\d+\.\d+\n", capsys.readouterr().out)


def test_a_closed_pipe_is_quiet() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run([*GAME, "model", "list"], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (1, b"")


def test_a_cheap_command_stays_cheap() -> None:
    code = "import sys; from game.cli.app import run; run(['model', 'list'])\n"
    code += "heavy = ('textual', 'llama_cpp', 'huggingface_hub', 'numpy', 'openai')\n"
    code += "print([name for name in heavy if name in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == "[]"
