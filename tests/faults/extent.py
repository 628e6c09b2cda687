"""How much the tests of faults do: enough for every day, or, with LORELOOM_FAULTS=full, all that was promised.

The one place that reads it, once, before each test is given an environment of its own.
"""

from __future__ import annotations

import os

FULL = os.environ.get("LORELOOM_FAULTS") == "full"
LONGEST_S = 3_000 if FULL else 120


def extent(short: int, full: int) -> int:
    """Return how many of something to try."""
    return full if FULL else short
