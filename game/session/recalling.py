"""A run's own past as it is recalled: searched along the path to one turn, and given to the index it is found in.

Knows nothing of who asks, or of what is made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.session.saved import events_of, passages_of, state_of
from game.storage.records import Telling, Turn
from game.storage.run import RunFile
from game.story.narrator import Narrator
from game.story.passages import Passage
from game.story.recall import Recalled

_AT_ONCE = 50
"""Tellings: while so many are put into the index, a turn that is played has to wait."""


@dataclass(frozen=True, slots=True)
class PathRecall:
    """What can be recalled on the path to a turn of a run."""

    run: RunFile
    turn_id: int

    def find(self, words: Sequence[str], *, before: int, most: int) -> tuple[Recalled, ...]:
        """Return the turns before one, given by its number, that words fit best, the best first. Raises SaveError."""
        found = self.run.index.find(self.turn_id, words, before=before, most=most)
        return tuple(Recalled(step.depth, events_of(step)) for step in found)


def words_of(narrator: Narrator, turn: Turn, passages: Iterable[Passage]) -> str:
    """Return the words, parted by spaces, that a turn told by these passages is found by. Raises SaveError."""
    return " ".join(narrator.found_by(state_of(turn).place, events_of(turn), passages))


def index_some(run: RunFile, narrator: Narrator) -> bool:
    """Put some tellings into the index that were kept before it was there; return whether there may be more of them.

    Raises SaveError.
    """
    if run.is_read_only:
        return False
    missing = run.index.missing(_AT_ONCE)
    run.index.add([(telling, _words(run, narrator, telling)) for telling in missing])
    return len(missing) == _AT_ONCE


def _words(run: RunFile, narrator: Narrator, telling: Telling) -> str:
    return words_of(narrator, run.turn(telling.turn), passages_of(telling))
