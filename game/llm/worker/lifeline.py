"""How a worker ends when the game does, even in the middle of a computation.

Knows nothing of what the worker does. The end of the pipe is the other half of it: see pipes.
"""

from __future__ import annotations

import ctypes
import signal
import sys

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def die_with_parent() -> None:
    """Have the system kill this process when the thread that started it ends; only Linux can."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
