"""The copies of its world that a run keeps: the one it was begun with, and each one that it was gone on with.

Knows nothing of how a world is written or read.
"""

from __future__ import annotations

from game.rules.world import World
from game.storage.records import WorldCopy
from game.storage.run import RunFile


def copy_of(world: World) -> WorldCopy | None:
    """Return the copy that a run keeps of a world, or None of one that has no files."""
    return WorldCopy(1, world.digest, world.files) if world.files else None


def new_copy(run: RunFile, world: World) -> WorldCopy | None:
    """Return the copy of a world that a run has yet to keep, or None if it is the one it kept last."""
    return None if run.kept.last_digest() == world.digest else copy_of(world)
