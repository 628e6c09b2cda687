"""The lock that keeps a run to one program: flock on a sibling file, so it dies with its owner.

Knows nothing of what the run holds. The sibling stays behind, empty: removing it would race with the next owner.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from game.errors import SaveError


def lock_path(path: Path) -> Path:
    """Return the file that stands for the lock of the run at path, the same for every link to it."""
    real = path.resolve()
    return real.with_name(f".{real.name}.lock")


class RunLock:
    """Held from its making until release, or until its process ends."""

    def __init__(self, path: Path) -> None:
        """Take the lock of the run at path without waiting. Raises SaveError if it is taken, else OSError."""
        self._descriptor = os.open(lock_path(path), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._descriptor)
            raise SaveError(f"The run {path} is open in another window: close it there, or play another run.") from None
        except OSError:
            os.close(self._descriptor)
            raise

    def release(self) -> None:
        """Let the next owner in; safe to call twice."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
