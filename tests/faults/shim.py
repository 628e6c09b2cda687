"""The shim between a program and its disk: building it, its fates, and its functions as a program under it sees them.

Knows nothing of runs.
"""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from enum import IntEnum
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("shim.c")
CRASHED = 86
"""The exit code of a program that the shim ended."""


class Fate(IntEnum):
    """What becomes of an operation; half of one that is no write is all of it, told wrongly."""

    PASS = 0
    CRASH = 1
    HALF_CRASH = 2
    HALF_FULL = 3
    FAIL = 4
    FULL = 5


FATES = tuple(Fate)[1:]


def build(folder: Path) -> Path:
    """Return the shim, compiled into a folder; skip the test where no compiler is."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        pytest.skip("the shim is written in C, and there is no C compiler here")
    library = folder / "shim.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", str(library), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True)
    return library


class Disk:
    """The shim's functions, in a program that was started under it."""

    def __init__(self) -> None:
        self._shim = ctypes.CDLL(None)
        self._shim.shim_count.restype = ctypes.c_long
        self._shim.shim_spoil.argtypes = [ctypes.c_long, ctypes.c_int]
        self._shim.shim_reads.restype = ctypes.c_long
        self._shim.shim_fail_read.argtypes = [ctypes.c_long]

    def watch(self, folder: Path) -> None:
        """Count what is done under a folder from now on."""
        self._shim.shim_watch(bytes(folder))

    def spoil(self, number: int, fate: Fate) -> None:
        """Let the operation of that number, counted from 1, meet its fate."""
        self._shim.shim_spoil(number, fate)

    def fail_read(self, number: int) -> None:
        """Let the read of that number, counted from 1, fail."""
        self._shim.shim_fail_read(number)

    def reads(self) -> int:
        """Return how many reads there were."""
        return int(self._shim.shim_reads())

    def count(self) -> int:
        """Return how many operations there were."""
        return int(self._shim.shim_count())

    def record(self, file: Path) -> None:
        """Write every operation to a file."""
        self._shim.shim_record(bytes(file))

    def mark(self, text: str) -> None:
        """Write a text among the operations."""
        self._shim.shim_mark(text.encode())

    def fill(self, *, is_full: bool) -> None:
        """Let the disk be full, or let there be space again."""
        self._shim.shim_fill(is_full)
