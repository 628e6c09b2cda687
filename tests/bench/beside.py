"""Other programs' processes, asked for each turn as soon as the game has told it: both meet the machine in one mood."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import IO, Any, cast

from game.story.model import Done, Message, Request
from game.story.turn import PastTurn
from tests.bench.narrating.stage import Stage


class Beside:
    """A program that answers a line with a line."""

    def __init__(self, into: IO[str], out_of: IO[str]) -> None:
        self._into = into
        self._out_of = out_of

    def ask(self, question: dict[str, Any]) -> dict[str, float]:
        """Return the answer to a question."""
        print(json.dumps(question), file=self._into, flush=True)
        answer = self._out_of.readline()
        if not answer:
            raise SystemExit("bench: the program beside the game ended; what it said is above")
        found: dict[str, float] = json.loads(answer)
        return found


class RawLoop(Beside):
    """Raw llama.cpp."""

    def measure(self, request: Request, done: Done, sentence: str = "") -> dict[str, float]:
        """Return the seconds to read a turn's new tokens and draw one, to write its first sentence, and the speed."""
        return self.ask({"messages": _wired(request.messages), "sentence": sentence, **asdict(done)})

    def new_tokens(self, before: Request, after: Request) -> int:
        """Return how many tokens of a prompt do not stand at the beginning of the one before."""
        return int(self.ask({"before": _wired(before.messages), "messages": _wired(after.messages)})["new"])


class UsualWay(Beside):
    """A sliding window with the state on top."""

    def first_s(self, request: Request, past: Sequence[PastTurn], words: str) -> float:
        """Return the seconds to the first words of a turn; past are all the turns before it."""
        fixed, state = request.messages[0], request.messages[-1]
        history = [message for turn in past for message in turn.entry.messages()]
        chat = [Message("system", f"{fixed.text}\n\n{state.text}"), *history, Message("user", words)]
        messages = [{"role": each.role, "content": each.text} for each in chat]
        return self.ask({"messages": messages, "max_tokens": request.max_tokens})["first_s"]


@contextmanager
def raw_loop(stage: Stage) -> Iterator[RawLoop]:
    """Yield a raw loop over the same weights and a window of as many tokens, with the worker's patience of threads."""
    with _program("tests.bench.raw", stage, str(stage.window), str(stage.gpu_layers), stage.choice.template) as pipes:
        yield RawLoop(*pipes)


@contextmanager
def usual_way(stage: Stage) -> Iterator[UsualWay]:
    """Yield the usual way with the same weights and window."""
    with _program("tests.bench.usual", stage, str(stage.window), str(stage.gpu_layers)) as pipes:
        yield UsualWay(*pipes)


@contextmanager
def _program(module: str, stage: Stage, *options: str) -> Iterator[tuple[IO[str], IO[str]]]:
    command = [sys.executable, "-m", module, str(stage.choice.path), *options]
    env = {**os.environ, "GOMP_SPINCOUNT": "1000"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env) as process:
        yield cast("IO[str]", process.stdin), cast("IO[str]", process.stdout)


def _wired(messages: Sequence[Message]) -> list[dict[str, str]]:
    return [asdict(message) for message in messages]
