"""The worker's two ends of the pipes: what is asked comes in through a thread, what is answered goes out.

Knows nothing of models. Standard output is kept for frames: whatever else writes to it lands in the log.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from queue import SimpleQueue
from threading import Condition, Lock, Thread

from game.llm.wire import Frame, Unpacker, WireError, pack

_PIECE = 1 << 16


class Rank(IntEnum):
    """What is done first. Only what is written is waited for."""

    WRITING = 1
    READING = 2
    AHEAD = 3


@dataclass(slots=True)
class Job:
    """Something asked of the worker. rank and cancelled are changed by the reading thread at any moment."""

    frame: Frame
    rank: Rank
    arrived: float = field(default_factory=time.monotonic)
    cancelled: bool = False

    @property
    def number(self) -> int:
        return int(self.frame["id"])

    @property
    def is_awaited(self) -> bool:
        """Return whether somebody waits for it."""
        return self.rank is Rank.WRITING and not self.cancelled


class Inbox:
    """Jobs as they arrive. Questions, which need no computation, are kept apart."""

    def __init__(self, descriptor: int) -> None:
        self.questions: SimpleQueue[Frame] = SimpleQueue()
        self.is_closing = False
        self._descriptor = descriptor
        self._arrived = Condition()
        self._waiting: list[Job] = []
        self._taken: dict[int, Job] = {}
        Thread(target=self._read, name="inbox", daemon=True).start()

    @property
    def is_awaited(self) -> bool:
        """Return whether somebody waits for a job that was not taken yet; cheap."""
        return bool(self._waiting) and any(job.is_awaited for job in self._waiting)

    def next(self, quiet_s: float | None = None) -> list[Job]:
        """Wait for jobs, and take them; none after so long a quiet, or when the game closes."""
        with self._arrived:
            self._arrived.wait_for(lambda: self._waiting or self.is_closing, quiet_s)
            return self.arrivals()

    def arrivals(self) -> list[Job]:
        """Take the jobs that are there, in the order in which they came; never waits."""
        if not self._waiting:  # Asked at every step, and nearly always so.
            return []
        with self._arrived:
            taken, self._waiting = self._waiting, []
            self._taken |= {job.number: job for job in taken if "id" in job.frame}
            return taken

    def forget(self, job: Job) -> None:
        """Forget a job that was taken and has come to its end."""
        with self._arrived:
            del self._taken[job.number]

    def _read(self) -> None:
        """Take in frames until the game closes the pipe; then end the process at once, whatever it computes."""
        try:
            for frame in _frames(self._descriptor):
                self._take(frame)
        except WireError:
            os._exit(1)
        os._exit(0)

    def _take(self, frame: Frame) -> None:
        match frame["is"]:
            case "count":
                self.questions.put(frame)
            case "close":
                self._close()
            case "cancel" | "due" as word:
                self._say(word, frame["id"])
            case _:
                with self._arrived:
                    self._waiting.append(Job(frame, _rank(frame)))
                    self._arrived.notify()

    def _say(self, word: str, number: int) -> None:
        """Note what is said of a job; nothing of one that has ended meanwhile."""
        with self._arrived:
            waiting = (job for job in self._waiting if job.frame.get("id") == number)
            job = self._taken.get(number) or next(waiting, None)
            if job is None:
                return
            if word == "cancel":
                job.cancelled = True
            elif job.rank is Rank.AHEAD:
                job.rank = Rank.WRITING

    def _close(self) -> None:
        """Let all that was taken come to its end; what waits is not begun any more."""
        with self._arrived:
            self.is_closing = True
            for job in self._taken.values():
                job.cancelled = True
            self._arrived.notify()


class Outbox:
    """Frames for the game, from any thread."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._one_at_a_time = Lock()
        self.sent_at = time.monotonic()

    def send(self, frame: Frame) -> None:
        """Write a frame; ends the process when the game no longer reads."""
        rest = memoryview(pack(frame))
        try:
            with self._one_at_a_time:
                while rest:
                    rest = rest[os.write(self._descriptor, rest) :]
        except OSError:
            os._exit(0)
        self.sent_at = time.monotonic()


def take_pipes() -> tuple[Inbox, Outbox]:
    """Move standard input and output out of every other code's reach; return what they carry."""
    inward, outward = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return Inbox(inward), Outbox(outward)


def _rank(frame: Frame) -> Rank:
    if frame.get("ahead"):
        return Rank.AHEAD
    return Rank.WRITING if frame["is"] != "reply" or frame["request"]["max_tokens"] > 0 else Rank.READING


def _frames(descriptor: int) -> Iterator[Frame]:
    unpacker = Unpacker()
    while piece := os.read(descriptor, _PIECE):
        yield from unpacker.feed(piece)
