"""Modules run in processes of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.llm.child import child_command, child_environment


def test_a_child_is_blind_to_files_where_the_player_stands(tmp_path: Path) -> None:
    (tmp_path / "game").mkdir()
    (tmp_path / "game" / "__init__.py").write_text("raise AssertionError('the wrong game')")
    command = child_command("game.llm.cores")
    ended = subprocess.run(command, env=child_environment(), cwd=tmp_path, check=False)
    assert ended.returncode == 0


def test_a_child_keeps_the_paths_it_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    assert child_environment()["PYTHONPATH"].endswith(":/elsewhere")


def test_a_child_runs_in_our_own_interpreter() -> None:
    assert child_command("game.llm.cores", "one")[0] == sys.executable
