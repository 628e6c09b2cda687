"""Who asks at once, and who gives way: what nobody waits for yet, to what somebody does.

Knows nothing of what is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Lock


@dataclass(frozen=True, slots=True, eq=False)
class Asker:
    """Somebody with a reply under way. With due, nobody waits for it until due is set."""

    stop: Event | None
    due: Event | None

    @property
    def is_waiting(self) -> bool:
        return self.due is None or self.due.is_set()

    @property
    def has_left(self) -> bool:
        return self.stop is not None and self.stop.is_set()


class Desk:
    """The askers of one model; any thread may use it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._askers: set[Asker] = set()

    @contextmanager
    def seat(self, asker: Asker) -> Iterator[None]:
        """Count an asker while the block lasts."""
        with self._lock:
            self._askers.add(asker)
        try:
            yield
        finally:
            with self._lock:
                self._askers.discard(asker)

    def dismisses(self, asker: Asker) -> bool:
        """Return whether an asker's reply is to end as cancelled: it was stopped, or has to give way."""
        if asker.has_left or asker.is_waiting:
            return asker.has_left
        with self._lock:
            return any(other.is_waiting for other in self._askers)
