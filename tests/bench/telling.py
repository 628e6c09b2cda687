"""A long run told by the model: the first token and the tokens read at turns 5, 25 and 100, beside raw llama.cpp.

The clock starts when the player's words are submitted: parsing, applying and committing count. Before each turn the
player reads, and what is settled is read ahead, as in play.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Event

from game.rules.world import World
from game.session.opening import open_session
from game.session.session import Session
from game.story.model import Done, LanguageModel, Message, ModelInfo, ModelStatus, Reply, Request
from game.story.passages import Opened
from tests.bench.figures import Figure, at_least, at_most

_MARKS = (5, 25, 100)
_AROUND = 2
_WORDS = ("look", "wait", "north", "look", "south", "wait")


@dataclass(slots=True)
class Measured:
    """One turn: what was asked, how it was answered, and how long after Enter the first words came, in seconds."""

    number: int
    request: Request
    done: Done
    first_s: float


@dataclass(slots=True)
class Recorder:
    """A model that remembers the last request for a telling and how it was done."""

    model: LanguageModel
    request: Request | None = None
    done: Done | None = field(default=None)

    @property
    def info(self) -> ModelInfo | None:
        return self.model.info

    @property
    def status(self) -> ModelStatus:
        return self.model.status

    def wait(self, timeout_s: float) -> bool:
        return self.model.wait(timeout_s)

    def count(self, messages: Sequence[Message]) -> list[int]:
        return self.model.count(messages)

    def wake(self) -> None:
        self.model.wake()

    def close(self) -> None:
        self.model.close()

    def reply(self, request: Request, stop: Event | None = None) -> Iterator[Reply]:
        """Pass a request on; note it if it is for a telling."""
        is_telling = request.slot == "narrator" and request.max_tokens > 0
        for reply in self.model.reply(request, stop):
            if is_telling and isinstance(reply, Done):
                self.request, self.done = request, reply
            yield reply


def measure_telling(world: World, model: LanguageModel, weights: Path, folder: Path) -> list[Figure]:
    """Return first-token times and reading at turns 5, 25 and 100, and the speed of writing. Ends the model."""
    wanted = [mark + offset for mark in _MARKS for offset in range(-_AROUND, _AROUND + 1)]
    measured = _play(world, Recorder(model), folder, wanted)
    model.close()
    raw = _raw(weights, measured, model_window=4096)
    figures: list[Figure] = []
    for mark in _MARKS:
        near = [number for number, each in enumerate(measured) if abs(each.number - mark) <= _AROUND]
        figures += _at(mark, [measured[number] for number in near], [raw[number] for number in near])
    ours = statistics.median(_speed(each.done) for each in measured)
    theirs = statistics.median(each["tokens_a_second"] for each in raw)
    return [*figures, at_least("writing", ours, "tokens/s", against=theirs, goal=0.85)]


def _speed(done: Done) -> float:
    return (done.written_tokens - 1) / (done.total_s - done.first_token_s)


def _at(mark: int, measured: Sequence[Measured], raw: Sequence[dict[str, float]]) -> list[Figure]:
    first = statistics.median(each.first_s for each in measured) * 1000
    bare = statistics.median(each["first_s"] for each in raw) * 1000
    read = statistics.median(each.done.read_tokens for each in measured)
    whole = statistics.median(each.done.prompt_tokens for each in measured)
    return [
        at_most(f"turn {mark}: first token after Enter", first, "ms", against=bare, goal=1.5),
        Figure(f"turn {mark}: tokens read, of the whole prompt", read, "tokens", whole, read / whole),
    ]


def _play(world: World, model: Recorder, folder: Path, wanted: Sequence[int]) -> list[Measured]:
    session = open_session(world, folder, model, run="bench", seed=7, way="model")
    for _ in session.begin():
        pass
    measured: list[Measured] = []
    number = 0
    while number < max(wanted):
        session.resting.result(timeout=120)
        first = _first_words(session, _WORDS[number % len(_WORDS)], model)
        if first is None:
            continue
        number += 1
        if number in wanted and model.request and model.done and model.done.written_tokens > 1:
            measured.append(Measured(number, model.request, model.done, first))
    session.close()
    return measured


def _first_words(session: Session, words: str, model: Recorder) -> float | None:
    """Play a turn; return the seconds to its first words. Words that are no turn give way to the first offer."""
    depth = session.run.current().depth
    first: float | None = None
    start = time.perf_counter()
    for event in session.submit(words):
        if first is None and isinstance(event, Opened) and event.passage.source == "model":
            first = time.perf_counter() - start
    if session.run.current().depth == depth:
        return _first_words(session, "1", model)
    return first


def _raw(weights: Path, measured: Sequence[Measured], *, model_window: int) -> list[dict[str, float]]:
    """Return for each turn what raw llama.cpp takes to read the same new tokens and to write as many."""
    turns = [
        {"messages": [asdict(message) for message in each.request.messages], **asdict(each.done)} for each in measured
    ]
    order = json.dumps({"weights": str(weights), "window": model_window, "turns": turns})
    command = [sys.executable, "-m", "tests.bench.raw"]
    # The same patience between threads as the game's own worker has.
    env = {**os.environ, "GOMP_SPINCOUNT": "1000"}
    answer = subprocess.run(command, input=order, capture_output=True, text=True, check=False, env=env)
    if answer.returncode:
        raise SystemExit(f"bench: the raw loop ended with {answer.stderr.splitlines()[-1]}")
    found: list[dict[str, float]] = json.loads(answer.stdout.splitlines()[-1])
    return found
