"""What was told on the way to where a player stands, read from the run's file when somebody first asks for it.

Knows nothing of moves: who moves forgets it. It reaches back a bounded way, which depends on the turn's number alone,
so that what is remembered is a function of the path, and a long run costs what a short one does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from threading import Lock

from game.session.saved import events_of, passages_of
from game.storage.records import Step, Told
from game.storage.run import RunFile
from game.story.rolling import BACK
from game.story.turn import PastTurn

REACH = BACK
"""Turns. The past of a turn begins at a multiple of this, at least so many turns back or at the opening: what is
remembered depends on no more of them."""


class Past:
    """The told turns of the path to a run's current turn. Any thread may use it."""

    def __init__(self, run: RunFile) -> None:
        self._run = run
        self._at = 0
        self._told: dict[int, PastTurn] | None = None
        self._one_at_a_time = Lock()

    def all(self) -> tuple[PastTurn, ...]:
        """Return the turns told on the path, the current one too, oldest first. Raises SaveError."""
        return self.before(self._run.current().depth + 1)

    def before(self, number: int) -> tuple[PastTurn, ...]:
        """Return the turns told before a turn, given by its number on the path, oldest first. Raises SaveError."""
        with self._one_at_a_time:
            here = self._follow()
            if self._told is None:
                self._told = self._read(here)
            return tuple(self._told[each] for each in range(reach_of(number), number) if each in self._told)

    def add(self, turn: PastTurn) -> None:
        """Remember the current turn as it has just been told, in place of an earlier telling of it."""
        with self._one_at_a_time:
            self._follow()
            if self._told is not None:
                kept = {number: each for number, each in self._told.items() if number >= reach_of(turn.number)}
                self._told = {**kept, turn.number: turn}

    def forget(self) -> None:
        """Read it anew when it is next asked for: another telling was chosen."""
        with self._one_at_a_time:
            self._told = None

    def _follow(self) -> Step:
        """Forget what is of another path than the run's own; a turn that was just played goes on from what is known."""
        here = self._run.current()
        is_next = self._at == here.parent and self._run.chosen_telling(here.id) is None
        if self._at != here.id and not is_next:
            self._told = None
        self._at = here.id
        return here

    def _read(self, here: Step) -> dict[int, PastTurn]:
        """Return what was told on the way to a turn; another thread may have moved the run on from it meanwhile."""
        steps = self._run.path_tellings(limit=here.depth - reach_of(here.depth) + 1, to=here)
        return {turn.number: turn for turn in told_turns(steps)}


def told_turns(steps: Iterable[Told]) -> Iterator[PastTurn]:
    """Yield the turns of a path that were told. Raises SaveError."""
    for step, told in steps:
        if told:
            yield PastTurn.of(step.depth, step.words, passages_of(told), events_of(step))


def reach_of(number: int) -> int:
    """Return the number of the turn with which the past of a turn begins."""
    return max(0, number // REACH - 1) * REACH
