"""The lock that keeps a run to one program: flock on a sibling file, so it dies with its owner.

Knows nothing of what the run holds. The sibling stays behind, empty again: removing it would race with the next owner.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from game.errors import RunElsewhere

_HELD = b"open\n"


def lock_path(path: Path) -> Path:
    """Return the file that stands for the lock of the run at path, the same for every link to it."""
    real = path.resolve()
    return real.with_name(f".{real.name}.lock")


class RunLock:
    """Held from its making until release, or until its process ends.

    was_released says whether the owner before gave it back: who dies leaves a word in the sibling file, and so does
    who holds it only for a moment in between.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock of the run at path without waiting. Raises RunElsewhere if it is taken, else OSError."""
        self._descriptor = os.open(lock_path(path), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._descriptor)
            raise RunElsewhere(
                f"The run {path} is open in another window: close it there, or only look at it with --read-only."
            ) from None
        except OSError:
            os.close(self._descriptor)
            raise
        self.was_released = os.fstat(self._descriptor).st_size == 0
        with suppress(OSError):  # a full disk may still be read
            os.pwrite(self._descriptor, _HELD, 0)

    def release(self) -> None:
        """Let the next owner in; safe to call twice."""
        if self._descriptor >= 0:
            with suppress(OSError):
                os.ftruncate(self._descriptor, 0)
        self.drop()

    def give_back(self) -> None:
        """Leave it as it was found: given back, or as who died had left it; safe to call twice."""
        if self.was_released:
            self.release()
        else:
            self.drop()

    def drop(self) -> None:
        """Let the next owner in as if this one had died, so that they look closely; safe to call twice."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


@contextmanager
def held(path: Path) -> Iterator[RunLock]:
    """Hold the lock of a run for the block; one that was not given back is not given back by this either.

    Raises SaveError if it is taken, else OSError.
    """
    lock = RunLock(path)
    try:
        yield lock
    finally:
        lock.give_back()
