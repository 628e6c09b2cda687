"""One state of a world followed: every action, every way that chance can fall, and what each leads to.

Knows nothing of the search: a state can be followed in any process, and on many cores at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path
from typing import Protocol

from game.authoring.explore.chance import Ways, every_way
from game.authoring.explore.frame import Frame, Key
from game.authoring.explore.parts import Met, met_by, met_in
from game.loader.load import load_world
from game.rules.actions import Action
from game.rules.apply import apply_legal, begin_with, legal_actions
from game.rules.world import World

_IN_A_CHUNK = 100


@dataclass(frozen=True, slots=True)
class Expanded:
    """What a state leads to, by which action, and what was met on the way; cut counts steps not tried in every way."""

    led: tuple[tuple[Action | None, Key], ...]
    met: frozenset[Met]
    cut: int


class Expand(Protocol):
    """Follows some states, and yields what each leads to, in their order."""

    def __call__(self, keys: Sequence[Key]) -> Iterator[Expanded]: ...


class Expander:
    """Follows the states of one world."""

    def __init__(self, world: World) -> None:
        self.frame = Frame(world)
        self._world = world
        self._known: set[Action] = set()

    def first(self) -> Expanded:
        """Return what a run can begin with."""
        return self._expanded([(None, every_way(partial(begin_with, self._world, 0)))], set())

    def expand(self, key: Key) -> Expanded:
        """Return what a state leads to."""
        state = self.frame.unpack(key)
        legal = legal_actions(self._world, state)
        ways = [
            (action, every_way(partial(apply_legal, self._world, state, action)))
            for action in self.frame.idle.without(legal)
        ]
        return self._expanded(ways, self._met_by(legal))

    def expand_each(self, keys: Sequence[Key]) -> Iterator[Expanded]:
        """Yield what each state leads to."""
        return map(self.expand, keys)

    def _met_by(self, legal: Sequence[Action]) -> set[Met]:
        """Return what is met by the idle actions, of which most are not done; each is named once."""
        new = [action for action in legal if action not in self._known]
        self._known.update(new)
        return set(met_by(filter(self.frame.idle.is_idle, new), self._world))

    def _expanded(self, ways: Sequence[tuple[Action | None, Ways]], met: set[Met]) -> Expanded:
        outcomes = [(action, outcome) for action, each in ways for outcome in each.outcomes]
        return Expanded(
            tuple((action, self.frame.pack(outcome.state)) for action, outcome in outcomes),
            frozenset(met.union(*(met_in(outcome) for _, outcome in outcomes))),
            sum(not each.is_all for _, each in ways),
        )


@contextmanager
def on_all_cores(path: Path) -> Iterator[Expand]:
    """Give what follows states of the world at path on all cores; it pays for some thousands of states."""
    with get_context("spawn").Pool(cpu_count()) as pool:  # spawned: a fork would copy threads of the program

        def expand(keys: Sequence[Key]) -> Iterator[Expanded]:
            chunks = (keys[first : first + _IN_A_CHUNK] for first in range(0, len(keys), _IN_A_CHUNK))
            for each in pool.imap(partial(expand_chunk, path), chunks):
                yield from each

        yield expand


def expand_chunk(path: Path, keys: Sequence[Key]) -> list[Expanded]:
    """Return what some states of the world at path lead to."""
    return list(_expander(path).expand_each(keys))


@cache
def _expander(path: Path) -> Expander:
    return Expander(load_world(path))
