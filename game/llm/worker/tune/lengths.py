"""How much is read and written at a time while a model is measured: little of a slow one, more of a fast one.

Knows nothing of how it is measured.
"""

from __future__ import annotations

from dataclasses import dataclass

_READING_S = 0.5
_WRITING_S = 0.25
_FILLING_S = 1.5
_ROOM = 64


@dataclass(frozen=True, slots=True)
class Lengths:
    """Tokens: of a prompt, of a reply, and of what the window holds when it counts as full."""

    read: int
    write: int
    fill: int

    @property
    def turn(self) -> int:
        """Return the tokens of a prompt and a reply."""
        return self.read + self.write

    @property
    def cells(self) -> int:
        """Return the cells that hold all that is measured at once."""
        return 2 * self.fill + 2 * self.read + 8 * self.write + _ROOM


def lengths_for(*, read_s: float, write_s: float, window: int) -> Lengths:
    """Return the lengths for a model that takes so many seconds to read a token, and to write one."""
    read = _within(_READING_S / read_s, 32, 512)
    return Lengths(
        read=1 << (read.bit_length() - 1),
        write=_within(_WRITING_S / write_s, 4, 32),
        fill=_within(_FILLING_S / read_s, 64, window * 3 // 4),
    )


def _within(value: float, least: int, most: int) -> int:
    return int(max(least, min(value, most)))
