"""Chance: every draw is a pure function of (seed, turn number, draw index).

Knows nothing of states or worlds. The mixing function is splitmix64 (Steele, Lea and Flood, OOPSLA 2014).
"""

from __future__ import annotations

_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15


def draw(seed: int, turn: int, index: int, *, sides: int) -> int:
    """Return a number from 1 to sides. Raises ValueError when sides is below 1."""
    if sides < 1:
        raise ValueError(f"a draw needs at least one side, not {sides}")
    mixed = _mix(_mix(_mix(seed & _MASK) ^ (turn & _MASK)) ^ (index & _MASK))
    return mixed * sides // (_MASK + 1) + 1


def _mix(number: int) -> int:
    number = (number + _GOLDEN) & _MASK
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & _MASK
    return number ^ (number >> 31)


class Draws:
    """The draws of one turn, in order; lives no longer than one application of an action."""

    def __init__(self, seed: int, turn: int) -> None:
        self._seed = seed
        self._turn = turn
        self._index = 0

    def roll(self, sides: int) -> int:
        """Return the turn's next draw, from 1 to sides; fewer than one side counts as one."""
        self._index += 1
        return draw(self._seed, self._turn, self._index, sides=max(sides, 1))
