"""What a search of a world found: its endings, where it can be stuck, and what was never come to.

Knows nothing of how the world was searched, or of how a report is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.explore.parts import Met, Part

Words = tuple[str, ...]
"""A way through a world: for each action the words that a player is shown for it."""


@dataclass(frozen=True, slots=True)
class Reached:
    """An ending, and the shortest way to it that was found; None if it was not reached.

    Where a search was cut short it may be one of the world's own paths, in the words that are typed.
    """

    ending: Part
    path: Words | None


@dataclass(frozen=True, slots=True)
class Stuck:
    """States in which a run is stuck: how many there are, and the shortest way to one; None where there are none.

    decided says whether there can be no others; last is the part that the last step of the way is about, if it has any.
    """

    count: int
    decided: bool
    path: Words | None
    last: Met | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What was found. complete says whether no state is left; plays is how many were played at random, if any were."""

    complete: bool
    states: int
    seconds: float
    endings: tuple[Reached, ...]
    soft_locks: Stuck
    dead_ends: Stuck
    untested: tuple[Part, ...]
    not_decided: tuple[str, ...]
    plays: int = 0

    @property
    def speed(self) -> int:
        """States a second."""
        return round(self.states / max(self.seconds, 1e-6))

    @property
    def is_sound(self) -> bool:
        """Whether nothing found is a mistake: an ending that cannot be reached, a state that leads to none."""
        lost = self.complete and any(each.path is None for each in self.endings)
        return not lost and not self.soft_locks.count
