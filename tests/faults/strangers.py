"""Worlds from strangers, put on the disk and given to a program that is held to so much time and memory.

Knows nothing of what is wrong with them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from subprocess import PIPE, Popen
from typing import NamedTuple, Self

Files = Mapping[str, bytes]
"""The files of a world by name: one file, or those of a folder, with translations beside it."""


class Bounds(NamedTuple):
    """The seconds of a core and the bytes of memory that a visit may use."""

    cpu_s: int
    memory: int


NARROW = Bounds(3, 256_000_000)
"""What any world of an ordinary size keeps to, mutated or not."""
WIDE = Bounds(20, 1_000_000_000)
"""What a world of a size that is only just allowed keeps to."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a world: what was said, if something was amiss, the signal that ended it, and what it took."""

    said: str
    ended_by: str
    cpu_s: float
    rss_kb: int

    @property
    def is_well(self) -> bool:
        """Return whether the world was read, or refused, within its bounds."""
        return not self.said and not self.ended_by


class Strangers:
    """A program that visits worlds, one after another."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._program = Popen([sys.executable, "-m", "tests.faults.stranger"], stdin=PIPE, stdout=PIPE, text=True)

    def visit(self, files: Files, world: str, bounds: Bounds = NARROW) -> Answer:
        """Return what comes of the world of this name among files."""
        here = self._folder / "here"
        rmtree(here, ignore_errors=True)
        for name, content in files.items():
            (here / name).parent.mkdir(parents=True, exist_ok=True)
            (here / name).write_bytes(content)
        assert self._program.stdin
        assert self._program.stdout
        self._program.stdin.write(json.dumps([str(here / world), *bounds]) + "\n")
        self._program.stdin.flush()
        return Answer(**json.loads(self._program.stdout.readline()))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        assert self._program.stdin
        assert self._program.stdout
        self._program.stdin.close()
        self._program.wait()
        self._program.stdout.close()
