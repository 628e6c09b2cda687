"""The copies of its world that a run keeps: the one it was begun with, and each one that it was gone on with.

Knows nothing of what an edit of a world means.
"""

from __future__ import annotations

from bisect import bisect_right

from game.errors import WorldError
from game.loader.copies import world_of_copy
from game.rules.world import World
from game.storage.records import WorldCopy
from game.storage.run import RunFile


def copy_of(world: World) -> WorldCopy | None:
    """Return the copy that a run keeps of a world, or None of one that has no files."""
    return WorldCopy(1, world.digest, world.files) if world.files else None


def new_copy(run: RunFile, world: World) -> WorldCopy | None:
    """Return the copy of a world that a run has yet to keep, or None if it is the one it kept last."""
    return None if run.kept.last_digest() == world.digest else copy_of(world)


class OldWorlds:
    """The worlds that the turns of a run were played by, each built when it is first asked for."""

    def __init__(self, run: RunFile) -> None:
        """Read the copies. Raises SaveError."""
        self._language = run.meta.language
        self._copies = run.kept.worlds()
        self._built: dict[int, World | None] = {}

    def all(self) -> list[World]:
        """Return those that are kept and can be read, in the order in which they were played."""
        found = map(self._world, range(1, len(self._copies) + 1))
        return [world for world in found if world]

    def of(self, turn_id: int) -> World | None:
        """Return the world that a turn was played by; None where it is not kept, or cannot be read any more."""
        return self._world(bisect_right(self._copies, turn_id, key=lambda copy: copy.first))

    def _world(self, number: int) -> World | None:
        if number not in self._built:
            self._built[number] = self._read(self._copies[number - 1]) if number else None
        return self._built[number]

    def _read(self, copy: WorldCopy) -> World | None:
        try:
            return world_of_copy(copy.files, language=self._language)
        except WorldError:
            return None
