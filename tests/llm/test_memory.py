"""How much memory there is, and how much a process holds."""

from __future__ import annotations

import os
from pathlib import Path

import psutil
import pytest

from game.llm import memory
from game.llm.memory import Footprint, available_memory


@pytest.fixture
def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a container's limits are told."""
    monkeypatch.setattr(memory, "_GROUP", tmp_path)
    return tmp_path


@pytest.mark.usefixtures("group")
def test_a_tenth_of_what_is_available_is_left_to_others() -> None:
    available = psutil.virtual_memory().available
    assert 0.5 * available < available_memory() < 0.95 * available


def test_a_container_may_have_less(group: Path) -> None:
    for name, text in {"max": "1000\n", "current": "600\n", "stat": "anon 500\ninactive_file 100\n"}.items():
        (group / f"memory.{name}").write_text(text)
    assert available_memory() == 450


def test_a_container_without_a_limit_has_what_there_is(group: Path) -> None:
    (group / "memory.max").write_text("max\n")
    assert available_memory() > 10**6


def test_a_process_is_looked_at_once_in_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = iter([100, 200])
    monkeypatch.setattr(memory, "_resident", lambda _: next(sizes))
    footprint = Footprint()
    assert [footprint.of(1), footprint.of(1), footprint.of(2)] == [100, 100, 200]


def test_what_a_process_holds_is_bytes() -> None:
    assert Footprint().of(os.getpid()) > 10**6


@pytest.mark.parametrize("pid", [None, 2**22 + 1])
def test_no_process_holds_nothing(pid: int | None) -> None:
    assert Footprint().of(pid) == 0
