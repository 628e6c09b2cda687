"""Programs that play and are broken at it: started once, then forked for each life, which costs milliseconds.

Knows nothing of what is played; tests/faults/player.py is the program.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.faults.shim import CRASHED, Fate

_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Order:
    """One life: where its saves are, what it does (nothing: it wanders by seed), and what the shim does to it.

    read is the number of a read that fails. watched is the folder that the shim watches; alone, the one that the saves
    are in.
    """

    saves: str
    steps: tuple[str, ...] = ()
    seed: int = 0
    at: int = -1
    fate: int = Fate.PASS
    read: int = -1
    record: str = ""
    watched: str = ""


@dataclass(slots=True)
class Life:
    """What a life said, and how it ended: code is its exit code, or minus the signal that killed it."""

    said: list[list[Any]] = field(default_factory=list)
    code: int = 0
    operations: int = 0
    reads: int = 0

    @property
    def was_broken(self) -> bool:
        """Return whether the shim or a signal ended it."""
        return self.code == CRASHED or self.code < 0


class Players:
    """The program; world is "inn" or the path of a world."""

    def __init__(self, world: str, *, shim: Path | None = None) -> None:
        command = [sys.executable, "-m", "tests.faults.player", world]
        environment = {**os.environ, **({"LD_PRELOAD": str(shim)} if shim else {})}
        self._program = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=_ROOT
        )

    def live(self, order: Order) -> Life:
        """Return a life once it has ended. A mistake of the program in it fails the test with its traceback."""
        _, lines = self.begin(order)
        return self.end(lines)

    def begin(self, order: Order) -> tuple[int, Iterator[list[Any]]]:
        """Return the process of a life that has begun, and what it says as it says it."""
        assert self._program.stdin
        print(json.dumps(asdict(order)), file=self._program.stdin, flush=True)
        lines = self._lines()
        (_, pid) = next(lines)
        return pid, lines

    def end(self, lines: Iterator[list[Any]]) -> Life:
        """Return a life from what it still has to say."""
        life = Life()
        for line in lines:
            match line:
                case ["ended", code]:
                    life.code = code
                case ["operations", count, reads]:
                    life.operations, life.reads = count, reads
                case ["mistake", trace]:
                    raise AssertionError(trace)
                case _:
                    life.said.append(line)
        assert life.code == 0 or life.was_broken, life.code
        return life

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._program as program:
            assert program.stdin
            program.stdin.close()

    def _lines(self) -> Iterator[list[Any]]:
        assert self._program.stdout
        for line in self._program.stdout:
            said = json.loads(line)  # whole: so short a write to a pipe is done or not, sys/limits.h's PIPE_BUF
            yield said
            if said[0] == "ended":
                return
