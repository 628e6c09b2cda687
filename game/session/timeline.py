"""The tree of a run's turns in the order in which it is read: the path that is played as the trunk, branches beside it.

Knows nothing of how it is drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.storage.records import Step
from game.storage.run import RunFile


@dataclass(frozen=True, slots=True)
class Node:
    """A turn in its place. lane counts how many times the way to it from the trunk branched off; depth is its number.

    is_on_path says whether it lies between the opening and the turn the player stands at.
    """

    id: int
    depth: int
    words: str
    lane: int
    is_current: bool
    is_on_path: bool
    bookmarks: tuple[str, ...]


def timeline_of(run: RunFile) -> tuple[Node, ...]:
    """Return every turn of a run: after each the branches that leave the trunk there, then the trunk's next.

    The trunk is the path to the current turn, and on from there where redo leads; so it is within each branch.
    Raises SaveError.
    """
    steps, current = run.tree(), run.current().id
    path = _path({step.id: step.parent for step in steps}, current)
    named: dict[int, list[str]] = defaultdict(list)
    for each in run.kept.bookmarks():
        named[each.turn].append(each.name)
    return tuple(
        Node(step.id, step.depth, step.words, lane, step.id == current, step.id in path, tuple(named[step.id]))
        for step, lane in _laid(steps, run.leads())
    )


def turn_of_path(run: RunFile, number: int) -> int | None:
    """Return the id of the turn of that number on the current path, or None beyond its end. Raises SaveError."""
    back = run.current().depth - number
    return run.path_tellings(limit=back + 1)[0][0].id if back >= 0 else None


def _path(parents: Mapping[int, int | None], turn_id: int) -> frozenset[int]:
    path: set[int] = set()
    here: int | None = turn_id
    while here is not None:
        path.add(here)
        here = parents[here]
    return frozenset(path)


def _laid(steps: Sequence[Step], leads: Mapping[int, int]) -> Iterator[tuple[Step, int]]:
    """Yield each turn with its lane, from the root; leads holds for a turn the child that goes on in its lane."""
    children: dict[int | None, list[Step]] = defaultdict(list)
    for step in steps:
        children[step.parent].append(step)
    waiting = [(step, 0) for step in children[None]]
    while waiting:
        step, lane = waiting.pop()
        yield step, lane
        trunk = [each for each in children[step.id] if each.id == leads.get(step.id)]
        sides = [each for each in children[step.id] if each.id != leads.get(step.id)]
        # The last of the waiting comes first: the side branches, oldest first, then the trunk.
        waiting += [(each, lane) for each in trunk] + [(each, lane + 1) for each in reversed(sides)]
