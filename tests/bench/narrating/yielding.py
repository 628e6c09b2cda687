"""How soon the model gives way: to a stop, while it reads and while it writes, and to a request that is waited for.

Each kind is measured many times, at moments drawn by luck; what counts is the time that 95 of a hundred do not pass.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from threading import Event, Thread

from game.llm.host import LlamaHost
from game.story.model import Chunk, Message, Request
from tests.bench.figures import Figure, p95, within
from tests.bench.narrating.stage import Stage

_GOAL_MS = 100
_LINES = 120
_UNDER_WAY_S = (0.1, 0.4)
_MOST_CHUNKS = 20
_ALONE = 9
_WAITED_FOR = Request("waited for", (Message("system", "You tell stories."), Message("user", "Go on.")), 7, 1)


def measure_yielding(stage: Stage) -> list[Figure]:
    """Return how long giving way takes, for each kind of work."""
    with stage.host() as host:
        return [_figure(name, measure, host, stage.extent.breaks) for name, measure in _KINDS.items()]


def _figure(name: str, measure: Callable[[LlamaHost, Random, int], float], host: LlamaHost, times: int) -> Figure:
    luck = Random(7)
    alone = statistics.median(_answered_s(host) for _ in range(_ALONE)) if name.startswith("yielding") else 0.0
    taken = [max(measure(host, luck, number) - alone, 0.0) * 1000 for number in range(times)]
    return within(f"{name}, 95% of {times}", p95(taken), "ms", goal=_GOAL_MS)


def _cancelled_reading_s(host: LlamaHost, luck: Random, number: int) -> float:
    stop = Event()
    with _under_way(host, _long(f"Read {number}", 64), stop) as thread:
        time.sleep(luck.uniform(*_UNDER_WAY_S))
        start = time.perf_counter()
        stop.set()
        thread.join()
        return time.perf_counter() - start


def _cancelled_writing_s(host: LlamaHost, luck: Random, number: int) -> float:
    stop, until = Event(), luck.randint(1, _MOST_CHUNKS)
    start = time.perf_counter()
    for heard, reply in enumerate(host.reply(_short(f"Write {number}"), stop), start=1):
        if isinstance(reply, Chunk) and heard == until:
            start = time.perf_counter()
            stop.set()
    return time.perf_counter() - start if stop.is_set() else 0.0


def _yielded_by_reading_s(host: LlamaHost, luck: Random, number: int) -> float:
    with _under_way(host, _long(f"Settle {number}", 0), Event()):
        time.sleep(luck.uniform(*_UNDER_WAY_S))
        return _answered_s(host)


def _yielded_by_reading_ahead_s(host: LlamaHost, luck: Random, number: int) -> float:
    with _under_way(host, _long(f"Look ahead {number}", 64), Event(), due=Event()):
        time.sleep(luck.uniform(*_UNDER_WAY_S))
        return _answered_s(host)


def _yielded_by_telling_ahead_s(host: LlamaHost, luck: Random, number: int) -> float:
    with _under_way(host, _short(f"Tell ahead {number}"), Event(), due=Event()):
        time.sleep(luck.uniform(*_UNDER_WAY_S))
        return _answered_s(host)


_KINDS = {
    "cancelling while a long prompt is read": _cancelled_reading_s,
    "cancelling while a telling is written": _cancelled_writing_s,
    "yielding while settled history is read": _yielded_by_reading_s,
    "yielding while a prompt is read ahead": _yielded_by_reading_ahead_s,
    "yielding while a turn is told ahead": _yielded_by_telling_ahead_s,
}


@contextmanager
def _under_way(host: LlamaHost, request: Request, stop: Event, due: Event | None = None) -> Iterator[Thread]:
    """Have a request answered in a thread meanwhile, and end it."""

    def listen() -> None:
        for _ in host.reply(request, stop, due):
            pass

    thread = Thread(target=listen, name="under way", daemon=True)
    thread.start()
    try:
        yield thread
    finally:
        stop.set()
        thread.join()


def _answered_s(host: LlamaHost) -> float:
    """Return the seconds until a short request, whose prompt is in its slot, has had its one token."""
    start = time.perf_counter()
    for _ in host.reply(_WAITED_FOR):
        pass
    return time.perf_counter() - start


def _long(name: str, max_tokens: int) -> Request:
    """Return a request of more than two thousand tokens that begins as no other does."""
    text = "\n".join(f"{name}: line {line} of what happened." for line in range(_LINES))
    return Request("long", (Message("system", text), Message("user", "Go on.")), 7, max_tokens)


def _short(name: str) -> Request:
    return Request("short", (Message("system", name), Message("user", "Tell me a long story.")), 7, 220)
