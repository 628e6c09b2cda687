"""Where a model stands, for every thread to read and to wait for.

Knows nothing of what makes it change.
"""

from __future__ import annotations

from dataclasses import replace
from threading import Condition

from game.story.abilities import Trust
from game.story.model import ModelInfo, ModelStatus

_SETTLED = {"off", "ready", "lost", "resting"}


class Board:
    """A model's status, and what is known of it since it was first loaded; known is what it is trusted with."""

    def __init__(self, *, known: tuple[Trust, ...] = ()) -> None:
        self._changed = Condition()
        self._status = ModelStatus("off")
        self._info: ModelInfo | None = None
        self._known = known

    @property
    def status(self) -> ModelStatus:
        return self._status

    @property
    def info(self) -> ModelInfo | None:
        return self._info

    def show(self, status: ModelStatus, info: ModelInfo | None = None) -> None:
        """Change the status, and the info unless it is None."""
        with self._changed:
            self._status = status
            self._info = replace(info, known=self._known) if info else self._info
            self._changed.notify_all()

    def wait(self, timeout_s: float) -> bool:
        """Wait until nothing is under way any more; return whether the model is ready."""
        with self._changed:
            self._changed.wait_for(lambda: self._status.phase in _SETTLED, timeout_s)
            return self._status.phase == "ready"
