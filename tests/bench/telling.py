"""A long run told by the model: the first token and the tokens read at turns 5, 25 and 100, beside raw llama.cpp.

The clock starts when the player's words are submitted: parsing, applying and committing count. Before each turn the
player reads, and what is settled is read ahead, as in play.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from game.rules.world import World
from game.session.opening import open_session
from game.session.session import Session
from game.story.model import Done, LanguageModel, Message, ModelInfo, ModelStatus, Reply, Request
from game.story.passages import Opened
from tests.bench.beside import RawLoop, raw_loop
from tests.bench.figures import Figure, at_least, at_most

_MARKS = (5, 25, 100)
_AROUND = 2
_WORDS = ("look", "wait", "north", "look", "south", "wait")


@dataclass(slots=True)
class Measured:
    """One turn: how it was told, the seconds after Enter to its first words, and the raw loop's figures for it."""

    number: int
    done: Done
    first_s: float
    raw: dict[str, float]


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

    def reply(self, request: Request, stop: Event | None = None, due: Event | None = None) -> Iterator[Reply]:
        """Pass a request on; note it if it is for a telling."""
        is_telling = request.slot == "narrator" and request.max_tokens > 0
        for reply in self.model.reply(request, stop, due):
            if is_telling and isinstance(reply, Done):
                self.request, self.done = request, reply
            yield reply


def measure_telling(world: World, model: LanguageModel, weights: Path, folder: Path) -> list[Figure]:
    """Return first-token times and reading at turns 5, 25 and 100, and the speed of writing."""
    wanted = [mark + offset for mark in _MARKS for offset in range(-_AROUND, _AROUND + 1)]
    window = model.info.window if model.info else 0
    with raw_loop(weights, window=window) as raw:
        measured = _play(world, Recorder(model), raw, folder, wanted)
    figures: list[Figure] = []
    for mark in _MARKS:
        figures += _at(mark, [each for each in measured if abs(each.number - mark) <= _AROUND])
    ours = statistics.median(_speed(each.done) for each in measured)
    theirs = statistics.median(each.raw["tokens_a_second"] for each in measured)
    return [*figures, at_least("writing", ours, "tokens/s", against=theirs, goal=0.85)]


def _speed(done: Done) -> float:
    return (done.written_tokens - 1) / (done.total_s - done.first_token_s)


def _at(mark: int, measured: Sequence[Measured]) -> list[Figure]:
    first = statistics.median(each.first_s for each in measured) * 1000
    bare = statistics.median(each.raw["first_s"] for each in measured) * 1000
    read = statistics.median(each.done.read_tokens for each in measured)
    whole = statistics.median(each.done.prompt_tokens for each in measured)
    return [
        at_most(f"turn {mark}: first token after Enter", first, "ms", against=bare, goal=1.5),
        Figure(f"turn {mark}: tokens read, of the whole prompt", read, "tokens", whole, read / whole),
    ]


def _play(world: World, model: Recorder, raw: RawLoop, folder: Path, wanted: Sequence[int]) -> list[Measured]:
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
            session.resting.result(timeout=120)
            measured.append(Measured(number, model.done, first, raw.measure(model.request, model.done)))
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
