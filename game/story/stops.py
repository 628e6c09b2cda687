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
    """A stop that is_set says is set, too, when so many seconds were waited: from the first look at it on.

    Where due is given, nobody waits until it is set. due may be given later.
    """

    def __init__(self, other: Event, *, after_s: float) -> None:
        super().__init__(other)
        self.due: Event | None = None
        self._after_s = after_s
        self._at = 0.0

    def is_set(self) -> bool:
        if super().is_set():
            return True
        if self.due is not None and not self.due.is_set():
            return False
        self._at = self._at or monotonic() + self._after_s
        return monotonic() >= self._at
