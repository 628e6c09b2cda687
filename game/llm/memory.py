"""How much memory there is: for a new process, and how much a running one holds.

Knows nothing of what is put into it.
"""

from __future__ import annotations

import time
from pathlib import Path

import psutil

_SPARED = 0.1
_LOOK_S = 2.0
_GROUP = Path("/sys/fs/cgroup")


def available_memory() -> int:
    """Return the bytes a process can take without harm to others: what is available, less a tenth."""
    free = min(int(psutil.virtual_memory().available), _left_to_group())
    return int(free * (1 - _SPARED))


def _left_to_group() -> int:
    """Return the bytes that a container leaves to all within it, or more than there can be."""
    try:
        limit = int((_GROUP / "memory.max").read_text())
        held = int((_GROUP / "memory.current").read_text())
        kept = dict(line.split() for line in (_GROUP / "memory.stat").read_text().splitlines())
        return max(0, limit - held + int(kept["inactive_file"]))  # Files read long ago give way.
    except (OSError, ValueError, KeyError):  # No such group, or no limit: "max".
        return 1 << 62


class Footprint:
    """What processes hold, looked up once in a while for whoever asks often."""

    def __init__(self) -> None:
        self._bytes = 0
        self._pid: int | None = None
        self._looked_at = 0.0

    def of(self, pid: int | None) -> int:
        """Return the bytes of a process's memory that are in use, 0 where there is no such process."""
        now = time.monotonic()
        if pid != self._pid or now - self._looked_at > _LOOK_S:
            self._pid, self._looked_at, self._bytes = pid, now, _resident(pid)
        return self._bytes


def _resident(pid: int | None) -> int:
    try:
        return 0 if pid is None else int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0
