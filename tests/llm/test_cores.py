"""How many cores may be used."""

from __future__ import annotations

import os
from pathlib import Path

import psutil
import pytest

from game.llm import cores
from game.llm.cores import physical_cores, processor_name, usable_cores


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of 16 threads on 8 cores; the file is where a container's share of their time is told."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(16)))
    monkeypatch.setattr(os, "cpu_count", lambda: 16)
    monkeypatch.setattr(psutil, "cpu_count", lambda logical: 8)
    monkeypatch.setattr(cores, "_QUOTA", tmp_path / "cpu.max")
    monkeypatch.setattr(cores, "_ABOUT", tmp_path / "cpuinfo")
    return tmp_path / "cpu.max"


def test_all_are_usable_not_half_of_them(machine: Path) -> None:
    assert (usable_cores(), physical_cores()) == (16, 8)


@pytest.mark.parametrize(
    ("share", "usable"), [("400000 100000", 4), ("150000 100000", 2), ("max 100000", 16), ("", 16)]
)
def test_a_container_may_have_fewer(machine: Path, share: str, usable: int) -> None:
    machine.write_text(share)
    assert usable_cores() == usable


def test_a_processor_has_a_name_even_where_it_does_not_say_one(machine: Path) -> None:
    assert processor_name()
    machine.with_name("cpuinfo").write_text("processor : 0\nmodel name\t: Some Chip\nmodel name\t: Some Chip\n")
    assert processor_name() == "Some Chip"
