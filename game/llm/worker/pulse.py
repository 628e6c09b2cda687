"""What the worker does between two steps of a computation, and within long ones: it shows that it lives.

Knows nothing of what is computed.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from game.llm.wire import Step
from game.llm.worker.pipes import Outbox

_BEAT_S = 0.2
_ASK_S = 0.002
"""How often is looked whether a step is wasted: llama.cpp asks every few microseconds, within each step of 8 ms too."""


class Pulse:
    """Beats for the game, at most five a second, and for the computation the word to go on or not."""

    def __init__(self, outbox: Outbox, clock: Callable[[], float] = time.monotonic) -> None:
        self._outbox = outbox
        self._clock = clock
        self._asks_at = 0.0
        self._step: Step = "load"
        self.is_wasted: Callable[[], bool] = lambda: False
        """Whether the step under way serves nobody any more; who steps puts its own in the place of this."""

    def begin(self, number: int) -> None:
        """Tell that the worker is at work on a question of this number: its death would be that one's fault."""
        self._outbox.send({"is": "beat", "step": "read", "id": number})

    def enter(self, step: Step) -> None:
        """Tell what kind of step comes next."""
        self._step = step

    def interrupted(self) -> bool:
        """Beat if it is time, and return whether to break the step off; cheap enough to ask a thousand times a step."""
        now = self._clock()
        if now < self._asks_at:
            return False
        self._asks_at = now + _ASK_S
        if now - self._outbox.sent_at > _BEAT_S:
            self._outbox.send({"is": "beat", "step": self._step})
        return self.is_wasted()
