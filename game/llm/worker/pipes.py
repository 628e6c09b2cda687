"""The worker's two ends of the pipes: what is asked comes in through a thread, what is answered goes out.

Knows nothing of models. Standard output is kept for frames: whatever else writes to it lands in the log.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from threading import Condition, Thread

from game.llm.wire import Frame, Unpacker, WireError, pack

_PIECE = 1 << 16


class Rank(IntEnum):
    """What is done first."""

    QUESTION = 0
    WRITING = 1
    READING = 2
    AHEAD = 3


@dataclass(slots=True)
class Job:
    """Something asked of the worker. cancelled is set from the reading thread at any moment."""

    frame: Frame
    rank: Rank
    arrived: float = field(default_factory=time.monotonic)
    cancelled: bool = False

    @property
    def number(self) -> int:
        return int(self.frame["id"])


class Inbox:
    """Jobs as they arrive. A job that only reads is cancelled when one arrives that is to write."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._arrived = Condition()
        self._waiting: list[Job] = []
        self._current: Job | None = None
        Thread(target=self._read, name="inbox", daemon=True).start()

    def next(self) -> Job:
        """Wait for a job and return the most urgent, of equals the oldest."""
        with self._arrived:
            self._arrived.wait_for(lambda: self._waiting)
            self._current = min(self._waiting, key=lambda job: job.rank)
            self._waiting.remove(self._current)
            return self._current

    def questions(self) -> list[Job]:
        """Take the jobs that can be answered in between; never waits."""
        if not self._waiting:  # Asked at every token, and nearly always so.
            return []
        with self._arrived:
            taken = [job for job in self._waiting if job.rank is Rank.QUESTION]
            self._waiting = [job for job in self._waiting if job.rank is not Rank.QUESTION]
            return taken

    def _read(self) -> None:
        """Take in frames until the game closes the pipe; then end the process at once, whatever it computes."""
        try:
            for frame in _frames(self._descriptor):
                self._take(frame)
        except WireError:
            os._exit(1)
        os._exit(0)

    def _take(self, frame: Frame) -> None:
        with self._arrived:
            match frame["is"]:
                case "cancel":
                    for job in self._numbered(frame["id"]):
                        job.cancelled = True
                case "due":
                    for job in self._numbered(frame["id"]):
                        job.rank = Rank.WRITING
                case _:
                    self._add(Job(frame, _rank(frame)))

    def _add(self, job: Job) -> None:
        if job.rank is Rank.WRITING and self._current is not None and self._current.rank is Rank.READING:
            self._current.cancelled = True
        self._waiting.append(job)
        self._arrived.notify()

    def _numbered(self, number: int) -> list[Job]:
        jobs = [*self._waiting, *([self._current] if self._current else [])]
        return [job for job in jobs if job.frame.get("id") == number]


class Outbox:
    """Frames for the game."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.sent_at = time.monotonic()

    def send(self, frame: Frame) -> None:
        """Write a frame; ends the process when the game no longer reads."""
        rest = memoryview(pack(frame))
        try:
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
    if frame["is"] != "reply":
        return Rank.QUESTION
    if frame.get("ahead"):
        return Rank.AHEAD
    return Rank.WRITING if frame["request"]["max_tokens"] > 0 else Rank.READING


def _frames(descriptor: int) -> Iterator[Frame]:
    unpacker = Unpacker()
    while piece := os.read(descriptor, _PIECE):
        yield from unpacker.feed(piece)
