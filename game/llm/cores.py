"""How many processor cores this process may use, and of what kind they are.

Knows nothing of who uses them.
"""

from __future__ import annotations

import math
import os
import platform
from pathlib import Path

import psutil

_QUOTA = Path("/sys/fs/cgroup/cpu.max")
_ABOUT = Path("/proc/cpuinfo")


def usable_cores() -> int:
    """Return the number of cores the system lets this process run on, at least 1."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(allowed, _quota()))


def physical_cores() -> int:
    """Return how many of the usable cores have a processor's parts to themselves, at least 1."""
    usable, there = usable_cores(), os.cpu_count() or 1
    return max(1, round(usable * (psutil.cpu_count(logical=False) or there) / there))


def processor_name() -> str:
    """Return what the processor calls itself, or its family."""
    try:
        lines = _ABOUT.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor() or platform.machine()


def _quota() -> int:
    """Return how many cores' time a container grants, or more than there can be."""
    try:
        granted, period = _QUOTA.read_text().split()
        return math.ceil(int(granted) / int(period))
    except (OSError, ValueError):  # No such group, or no limit: "max".
        return 1 << 16
