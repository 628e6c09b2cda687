"""A worker process that is only acted: it says what a test has it say, and dies when it is told to."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import cast

from game.llm.process import Process, ProcessEnded
from game.llm.wire import CLOSE, Frame

READY: Frame = {
    "is": "ready",
    "info": {"name": "Acted", "parameters": 1, "window": 512, "digest": "none"},
    "steps": {"read": 0.0, "write": 0.0},
}


class Acted:
    """Stands for a Process; silent when its frames are said, unless it ends then; it closes when it is asked to."""

    def __init__(self, *frames: Frame, ends: bool = False) -> None:
        self.sent: list[Frame] = []
        self.ended = False
        self._frames = list(frames)
        self._killed = False
        self._ends = ends

    def send(self, frame: Frame) -> None:
        self.sent.append(frame)
        self._killed = self._killed or frame == CLOSE

    def listen(self, timeout_s: float) -> list[Frame]:
        if self._killed or (self._ends and not self._frames):
            raise ProcessEnded
        said, self._frames = self._frames, []
        if not said:
            time.sleep(min(timeout_s, 0.005))
        return said

    def say(self, frames: Iterable[Frame]) -> None:
        self._frames += frames

    def kill(self) -> None:
        self._killed = True

    def end(self) -> None:
        self.ended = True


def process_of(acted: Acted) -> Process:
    """Return it as what it stands for."""
    return cast("Process", acted)
