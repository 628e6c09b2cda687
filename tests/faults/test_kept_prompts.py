"""Kept prompts broken in every way: the process that finds them lives, and reads for itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.llm.tuning import Tuning
from game.llm.worker import shelf as shelves
from game.llm.worker.context import Context, Entry
from game.llm.worker.shelf import Shelf
from game.llm.worker.weights import Weights
from tests.faults.damaged_prompts import PROMPT, damaged
from tests.faults.extent import extent
from tests.faults.test_full_disk import fill, small  # noqa: F401 - a fixture
from tests.llm.tiny_gguf import write_llama


def test_a_damaged_prompt_is_never_loaded(tmp_path: Path, figure: Callable[[str], None]) -> None:
    times = extent(200, 2_000)
    command = [sys.executable, "-m", "tests.faults.damaged_prompts", str(tmp_path), str(times)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout.split()) == (0, ["0", "0"]), ended.stderr[-2000:]
    figure(f"kept prompts: {times:,} damaged files, 0 loaded, 0 processes lost")


def test_damage_is_damage() -> None:
    content = bytes(range(256)) * 4
    assert all(damaged(content, seed) != content for seed in range(2_000))


def test_a_prompt_that_fills_the_disk_is_not_kept(
    small: Path,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    weights = Weights(write_llama(tmp_path / "m.gguf"), gpu_layers=0, progress=lambda _: None)
    context = Context(weights, cells=512, tuning=Tuning(threads=1), interrupted=lambda: False)
    context.step([Entry(token, at, 0) for at, token in enumerate(PROMPT)])
    shelf = Shelf(context, small, model="tiny", limit=10**9)
    monkeypatch.setattr(shelves, "RESERVE", -(10**9))
    ballast = fill(small)
    shelf.keep(PROMPT, 0)
    assert list(small.iterdir()) == [ballast]
    ballast.unlink()
    shelf.keep(PROMPT, 0)
    assert shelf.find(PROMPT)
