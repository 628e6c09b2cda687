"""What is whole among the rows found in a damaged run: turns whose ancestors are whole, and what belongs to those.

Knows nothing of files.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, replace

from game.storage.damaged.findings import Findings
from game.storage.failures import Damaged
from game.storage.records import Bookmark, Here, Meta, Pick, Record, Step, Telling, Turn, WorldCopy
from game.storage.seals import seal
from game.storage.tables.states import WHOLE_EVERY, unpack_state

Guess = Callable[[Turn, WorldCopy | None], Meta]
"""Says what a run was begun with, from its root turn and the world it was begun in, where that was found."""
Counts = tuple[dict[str, int], dict[str, int]]
"""How many of each kind were saved, and how many were lost."""


class NothingWhole(Exception):
    """Not even the root of a run is whole."""


class Whole:
    """What is whole among the rows of a file; which turns are is known once their records have been taken."""

    def __init__(self, found: Findings, guess: Guess) -> None:
        self._found = found
        self._guess = guess
        self._turns: dict[int, Step] = {}

    def records(self) -> Iterator[Record]:
        """Yield all records, each after what it speaks of. Raises NothingWhole."""
        turns = self._whole_turns()
        root = next(turns, None)
        if root is None:
            raise NothingWhole
        yield self._found.meta or self._guess(root, self._first_world())
        yield from self._found.worlds.values()
        yield root
        yield from turns
        yield from self._tellings()
        yield from self._picks()
        yield from self._bookmarks()
        yield from self._found.settings.values()
        yield Here(self.here().id)

    def counts(self) -> Counts:
        """Return how many of each kind are whole, and how many more the file speaks of."""
        told, bookmarks = len(list(self._tellings())), len(list(self._bookmarks()))
        saved = {
            "turns": len(self._turns),
            "tellings": told,
            "bookmarks": bookmarks,
            "worlds": len(self._found.worlds),
            "settings": len(self._found.settings),
        }
        lost = {
            "turns": len(self._found.known_turns() - self._turns.keys()),
            "tellings": self._found.count_tellings() - told,
            "bookmarks": len(self._found.bookmarks) - bookmarks,
        }
        return saved, lost

    def here(self) -> Step:
        """Return the turn the player stood at, or its nearest whole ancestor; where that is lost, the newest turn."""
        way = self._way_back(self._found.here)
        return self._turns[next((turn for turn in way if turn in self._turns), max(self._turns))]

    def _first_world(self) -> WorldCopy | None:
        return self._found.worlds.get(1)

    def _whole_turns(self) -> Iterator[Turn]:
        """Yield the turns that are whole, as their ancestors are; each is held until the last that follows it."""
        awaited = Counter(step.parent for step in self._found.turns.values())
        held: dict[int | None, Turn | None] = {None: None}
        for step in sorted(self._found.turns.values(), key=lambda step: step.id):
            if step.parent not in held:
                continue
            turn = self._whole_turn(step, held[step.parent])
            awaited[step.parent] -= 1
            if step.parent is None or not awaited[step.parent]:
                del held[step.parent]
            if turn is not None:
                self._turns[step.id] = step
                if awaited[step.id]:
                    held[step.id] = turn
                yield turn

    def _whole_turn(self, step: Step, above: Turn | None) -> Turn | None:
        """Return a turn with its state, or None if that is not the one it was saved with."""
        depth, above_state = (above.depth + 1, above.state) if above else (0, "")
        packed = self._found.states.get(step.id, b"")
        with suppress(Damaged, UnicodeDecodeError):
            if isinstance(packed, bytes):
                packed = unpack_state(packed, above_state if depth % WHOLE_EVERY else "")
            if step.depth == depth and seal(packed) == self._found.digests[step.id]:
                return Turn(**asdict(step), state=packed)
        return None

    def _tellings(self) -> Iterator[Telling]:
        for key, telling in sorted(self._found.tellings.items()):
            if telling.turn in self._turns:
                yield replace(telling, rating=self._found.ratings.get(key, 0))

    def _bookmarks(self) -> Iterator[Bookmark]:
        return (each for each in self._found.bookmarks.values() if each.turn in self._turns)

    def _picks(self) -> Iterator[Pick]:
        """Yield what was last used of each turn; where that is lost, the way to the player, or what is newest."""
        children, told = defaultdict(list), defaultdict(list)
        for step in self._turns.values():
            children[step.parent].append(step.id)
        for telling in self._tellings():
            told[telling.turn].append(telling.alternative)
        way = set(self._way_back(self.here().id))
        for turn in self._turns:
            pick = self._found.picks.get(turn, Pick(turn, None, None))
            preferred = [each for each in children[turn] if each in way]
            child = _one_of(children[turn], pick.child, *preferred)
            alternative = _one_of(told[turn], pick.alternative)
            if child or alternative:
                yield Pick(turn, child, alternative)

    def _way_back(self, turn: int | None) -> Iterator[int]:
        """Yield a turn and those before it as far as they are known; parents are older, so it ends."""
        while turn is not None:
            yield turn
            step = self._found.turns.get(turn)
            turn = step.parent if step and step.parent is not None and step.parent < turn else None


def _one_of(there: list[int], *wanted: int | None) -> int | None:
    """Return the first wanted of those that are there, or the last of these, or None where there are none."""
    return next((each for each in wanted if each in there), there[-1] if there else None)
