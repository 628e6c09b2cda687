"""A stop that is set by more than one hand.

Knows nothing of what is stopped.
"""

from __future__ import annotations

from threading import Event
from time import monotonic


class EitherStop(Event):
    """A stop of one's own, which is_set says is set as well whenever the other one is. other may be given later."""

    def __init__(self, other: Event | None = None) -> None:
        super().__init__()
        self.other = other

    def is_set(self) -> bool:
        return super().is_set() or (self.other is not None and self.other.is_set())


class LateStop(EitherStop):
    """A stop that is_set says is set, too, when so many seconds have passed."""

    def __init__(self, other: Event, *, after_s: float) -> None:
        super().__init__(other)
        self._at = monotonic() + after_s

    def is_set(self) -> bool:
        return super().is_set() or monotonic() >= self._at
