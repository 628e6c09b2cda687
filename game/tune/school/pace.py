"""How fast a training learns from its first step to its last.

Knows nothing of what is learned.
"""

from __future__ import annotations

import math

_WARMING = 20
_LEAST = 0.05


def pace(step: int, steps: int) -> float:
    """Return the share of its rate at which a step learns: soon as fast as it may, then ever more slowly."""
    fallen = (1 + math.cos(math.pi * step / steps)) / 2
    return min(1.0, (step + 1) / _WARMING) * (_LEAST + (1 - _LEAST) * fallen)
