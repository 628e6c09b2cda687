"""The states that a search found, how it came to each first, and what leads where.

Knows nothing of worlds or of how the states are found. States are numbers, in the order in which they were found.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from game.authoring.explore.frame import Key
from game.rules.actions import Action

Route = tuple[tuple[Key, Action], ...]
"""Each state on the way to another, with the action taken in it."""


class Graph:
    """Grows as a search goes on. unsure holds the states of which it was not followed where all of it leads."""

    def __init__(self) -> None:
        self.keys: list[Key] = []
        self.unsure: set[int] = set()
        self._numbers: dict[Key, int] = {}
        self._came: list[tuple[int, Action] | None] = []
        self._sources = array("l")
        self._targets = array("l")

    def add(self, key: Key, came: tuple[int, Action] | None) -> int:
        """Return the number of a state; a new one is kept, and the state and action it was come to from."""
        number = self._numbers.setdefault(key, len(self.keys))
        if number == len(self.keys):
            self.keys.append(key)
            self._came.append(came)
            self.unsure.add(number)
        return number

    def lead(self, source: int, targets: Iterable[int], *, is_all: bool) -> None:
        """Keep which other states a state leads to."""
        others = set(targets) - {source}
        self._sources.extend([source] * len(others))
        self._targets.extend(others)
        if is_all:
            self.unsure.discard(source)

    def route(self, number: int) -> Route:
        """Return the shortest way to a state that was found."""
        steps: list[tuple[Key, Action]] = []
        while (came := self._came[number]) is not None:
            number, action = came
            steps.append((self.keys[number], action))
        return tuple(reversed(steps))

    def first_endings(self) -> dict[str, int]:
        """Return for each ending that was reached the state in which it was first."""
        first: dict[str, int] = {}
        for number, key in enumerate(self.keys):
            if key.ending:
                first.setdefault(key.ending, number)
        return first

    def dead_ends(self) -> list[int]:
        """Return the states that lead nowhere else, though the story has not ended."""
        leading = set(self._sources)
        return [n for n, key in enumerate(self.keys) if not key.ending and n not in leading and n not in self.unsure]

    def soft_locks(self) -> list[int]:
        """Return the states from which no ending can be reached, nor any state of which it is not known."""
        before: list[list[int]] = [[] for _ in self.keys]
        for source, target in zip(self._sources, self._targets, strict=True):
            before[target].append(source)
        waiting = [number for number, key in enumerate(self.keys) if key.ending or number in self.unsure]
        hopeful = set(waiting)
        while waiting:
            found = [number for number in before[waiting.pop()] if number not in hopeful]
            hopeful.update(found)
            waiting.extend(found)
        return [number for number in range(len(self.keys)) if number not in hopeful]
