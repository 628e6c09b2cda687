"""Questions to the model's process, each with the frames that answer it, on their way from one thread to another.

Knows nothing of processes, and of frames only what number they bear and which are a question's last.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import json
import time
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Lock

from game.llm.wire import Frame

_LAST = {"done", "weights", "counts", "refused", "lost"}
_NOT_COMPARED = {"seed", "slot"}


@dataclass(slots=True)
class Exchange:
    """A question with its number. begun is set once the process works on it: before that no death is its fault."""

    number: int
    fingerprint: str
    begun: bool = False
    _frames: SimpleQueue[Frame] = field(default_factory=SimpleQueue)

    def put(self, frame: Frame) -> None:
        self._frames.put(frame)

    def next(self, timeout_s: float) -> Frame | None:
        """Return the next frame, or None when none arrived in time."""
        with contextlib.suppress(Empty):
            return self._frames.get(timeout=timeout_s)
        return None


class Exchanges:
    """The questions that wait for the end of their answer; any thread may use it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._numbers = itertools.count(1)
        self._open: dict[int, Exchange] = {}
        self._asked_at = 0.0

    def open(self, fingerprint: str) -> Exchange:
        """Return a new exchange."""
        with self._lock:
            exchange = Exchange(next(self._numbers), fingerprint)
            self._asked_at = self._asked_at if self._open else time.monotonic()
            self._open[exchange.number] = exchange
            return exchange

    def holds(self, exchange: Exchange) -> bool:
        """Return whether the end of its answer is awaited."""
        with self._lock:
            return exchange.number in self._open

    def drop(self, exchange: Exchange) -> None:
        """Await no more of it."""
        with self._lock:
            self._open.pop(exchange.number, None)

    def hand(self, frame: Frame) -> bool:
        """Hand a frame to the exchange whose number it bears, if it is still open; return whether it ends an answer."""
        last = frame["is"] in _LAST
        with self._lock:
            exchange = self._open.pop(frame["id"], None) if last else self._open.get(frame["id"])
        if exchange is not None:
            exchange.begun = True
            exchange.put(frame)
        return last

    def lose(self, why: str) -> None:
        """End every exchange with a frame "lost" {why}."""
        with self._lock:
            lost, self._open = list(self._open.values()), {}
        for exchange in lost:
            exchange.put({"is": "lost", "why": why})

    def begun(self) -> frozenset[str]:
        """Return the fingerprints of the questions that are being worked on."""
        with self._lock:
            return frozenset(exchange.fingerprint for exchange in self._open.values() if exchange.begun)

    def asked_at(self) -> float | None:
        """Return since when some question was always open, on the monotonic clock, or None while none is."""
        with self._lock:
            return self._asked_at if self._open else None


def fingerprint_of(question: Frame) -> str:
    """Return what stays the same when a question is asked again, ahead of its need, with another seed, or elsewhere."""
    request = question.get("request", {})
    compared = {name: request[name] for name in request if name not in _NOT_COMPARED}
    kept = {**question, "request": compared, "ahead": False}
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode("ascii")).hexdigest()
