"""What the worker does between two steps of a computation, and within long ones: it shows that it lives.

Knows nothing of what is computed.
"""

from __future__ import annotations

import time

from game.llm.wire import Step
from game.llm.worker.pipes import Job, Outbox

_BEAT_S = 0.2


class Pulse:
    """Beats for the game, at most five a second, and for the computation the word to go on or not."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._job: Job | None = None
        self._step: Step = "load"

    def begin(self, job: Job) -> None:
        """Tell that a job is begun: from now on beats bear its number, and its end is what interrupts."""
        self._job, self._step = job, "read"
        self._beat()

    def enter(self, step: Step) -> None:
        """Tell what kind of step comes next."""
        self._step = step

    def interrupted(self) -> bool:
        """Beat if it is time, and return whether the job was cancelled; cheap enough to ask a thousand times a step."""
        if time.monotonic() - self._outbox.sent_at > _BEAT_S:
            self._beat()
        return self._job is not None and self._job.cancelled

    def _beat(self) -> None:
        number = {} if self._job is None else {"id": self._job.number}
        self._outbox.send({"is": "beat", "step": self._step, **number})
