"""Listening to one worker process from its start to its end, and ending it when it is silent for too long.

Knows nothing of what is asked, nor of what follows the end: frames with a number go to the exchange of that number.
"""

from __future__ import annotations

import time

from game.llm.board import Board
from game.llm.bounds import with_bounds
from game.llm.exchange import Exchanges
from game.llm.limits import Limits, Patience
from game.llm.process import Process, ProcessEnded
from game.llm.wire import Frame, Step, info_from_wire
from game.story.model import ModelStatus

_TICK_S = 0.1
_STEPS: dict[str, Step] = {"progress": "load", "ready": "load", "text": "write"}


class Unfit(Exception):
    """The process says, in a sentence, why it cannot hold this model."""


class Watch:
    """The hours at one process's bedside."""

    def __init__(self, process: Process, *, board: Board, exchanges: Exchanges, limits: Limits) -> None:
        self._process = process
        self._board = board
        self._exchanges = exchanges
        self._patience = Patience(limits)
        self._heard_at = time.monotonic()
        self._step: Step = "load"
        self.answers = 0

    def until_end(self) -> None:
        """Hand on what the process says until it ends or is stuck. Raises Unfit."""
        try:
            while not self._stuck():
                for frame in self._process.listen(_TICK_S):
                    self._hear(frame)
        except ProcessEnded:
            return

    def _stuck(self) -> bool:
        return self._silence() > self._patience.for_step(self._step)

    def _silence(self) -> float:
        """Return the seconds that something was expected and nothing heard."""
        asked_at = self._exchanges.asked_at()
        if asked_at is None and self._board.status.phase == "ready":
            return 0.0
        return time.monotonic() - max(self._heard_at, asked_at or 0.0)

    def _hear(self, frame: Frame) -> None:
        step: Step = frame["step"] if frame["is"] == "beat" else _STEPS.get(frame["is"], self._step)
        self._patience.learn(step, self._silence())
        self._step, self._heard_at = step, time.monotonic()
        if "id" in frame:
            self.answers += self._exchanges.hand(frame)
        else:
            self._read(frame)

    def _read(self, frame: Frame) -> None:
        """Take what the process says of itself."""
        match frame:
            case {"is": "progress", "at": at}:
                self._board.show(ModelStatus("loading", progress=at))
            case {"is": "unfit", "why": why}:
                raise Unfit(why)
            case {"is": "ready", "info": info, "steps": steps}:
                for step, seconds in steps.items():
                    self._patience.learn(step, seconds)
                self._step = "read"
                self._board.show(ModelStatus("ready", progress=1.0), with_bounds(info_from_wire(info)))
