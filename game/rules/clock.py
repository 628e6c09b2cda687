"""The time of day: a clock that turns of time drive, read as hour, minute, day and part of the day.

Knows nothing of states: it is asked about a number of turns that took time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Clock:
    """start and the beginnings of parts are minutes after midnight; minutes is what one turn of time takes."""

    start: int = 0
    minutes: int = 10
    parts: Mapping[str, int] = field(default_factory=dict)

    def hour(self, time: int) -> int:
        """Return the hour of the day, 0 to 23."""
        return self._minute_of_day(time) // 60

    def minute(self, time: int) -> int:
        """Return the minute of the hour, 0 to 59."""
        return self._minute_of_day(time) % 60

    def day(self, time: int) -> int:
        """Return the day, from 1 on."""
        return (self.start + self.minutes * time) // _DAY + 1

    def daypart(self, time: int) -> str:
        """Return the part of the day that began last, before midnight too; nothing without parts."""
        now = self._minute_of_day(time)
        latest = max(self.parts.items(), key=lambda part: (part[1] <= now, part[1]), default=("", 0))
        return latest[0]

    def _minute_of_day(self, time: int) -> int:
        return (self.start + self.minutes * time) % _DAY


def parse_time(text: str) -> int:
    """Return the minutes after midnight of "18:30"."""
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)
