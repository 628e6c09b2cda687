"""The raw loop's process, asked for each turn as soon as the game has told it: both meet the machine in one mood."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import IO, cast

from game.story.model import Done, Request


class RawLoop:
    """Raw llama.cpp in a process of its own."""

    def __init__(self, into: IO[str], out_of: IO[str]) -> None:
        self._into = into
        self._out_of = out_of

    def measure(self, request: Request, done: Done) -> dict[str, float]:
        """Return the seconds to read the turn's new tokens and draw one, and the tokens a second written after it."""
        messages = [asdict(message) for message in request.messages]
        print(json.dumps({"messages": messages, **asdict(done)}), file=self._into, flush=True)
        answer = self._out_of.readline()
        if not answer:
            raise SystemExit("bench: the raw loop ended; what it said is above")
        found: dict[str, float] = json.loads(answer)
        return found


@contextmanager
def raw_loop(weights: Path, *, window: int) -> Iterator[RawLoop]:
    """Yield a raw loop over the same weights and a window of as many tokens, with the worker's patience of threads."""
    command = [sys.executable, "-m", "tests.bench.raw", str(weights), str(window)]
    env = {**os.environ, "GOMP_SPINCOUNT": "1000"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env) as process:
        yield RawLoop(cast("IO[str]", process.stdin), cast("IO[str]", process.stdout))
