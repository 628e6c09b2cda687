"""`loreloom runs replay`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import pytest

from tests.archive.kit import played, rich
from tests.cli.runs.conftest import Commands


class Terminal:
    """Standard output as somebody watches it."""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        sys.stdout.write(text)

    def flush(self) -> None:
        sys.stdout.flush()


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the seconds that are waited for, at a terminal, without waiting."""
    seconds: list[float] = []
    monkeypatch.setattr("game.cli.runs.replay.sys", SimpleNamespace(stdout=Terminal()))
    monkeypatch.setattr(time, "sleep", seconds.append)
    return seconds


def test_a_story_is_played_back_without_waiting_where_there_is_no_terminal(runs: Commands, saves: Path) -> None:
    rich(saves)
    assert runs("replay", "anna") == 0
    assert runs.out.startswith("# The Inn\n\nYou are wet through.\n\n# The hall\n\n")
    assert "\n\n> Pay her\n\nShe counts them twice.\n\n> talk to anna : 钟在哪里？\n\n" in runs.out


def test_a_story_is_played_back_up_to_a_turn_of_any_branch(runs: Commands, saves: Path) -> None:
    rich(saves)
    assert runs("replay", "anna", "--turn", "@3") == 0
    assert "You take the brass lamp.\n\n> east\n\n# The yard\n\nRain." in runs.out
    assert runs("replay", "anna", "--turn", "9") == 1
    assert "name one from 0 to 2, @1 to @5, or a bookmark ('before the yard')" in runs.err


def test_at_a_terminal_it_is_read_at_a_pace(runs: Commands, saves: Path, waited: list[float]) -> None:
    played(saves, "east")
    assert runs("replay", "anna", "--speed", "60") == 0
    assert waited.count(1.0) > 10
    slow = sum(waited)
    waited.clear()
    assert runs("replay", "anna", "--speed", "600") == 0
    assert 0 < sum(waited) < slow / 2
    waited.clear()
    assert runs("replay", "anna", "--instant") == 0
    assert waited == []


def test_an_interrupt_leaves_quietly(
    runs: Commands, saves: Path, waited: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_seconds: float) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", interrupt)
    played(saves)
    assert runs("replay", "anna") == 0
    assert (runs.out, runs.err) == ("\n", "")
