"""The trash: runs that were deleted, each in a folder of its world under saves/.trash, until it is emptied.

Knows nothing of what they hold. `~` may not stand in a run's name, so that none is taken for one.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from game.errors import SaveError
from game.storage.failures import explained
from game.storage.lock import lock_path
from game.storage.moving import move_run
from game.storage.runs import SUFFIX, free_name, run_path

_TRASH = ".trash"
_TIME = "%Y%m%dT%H%M%S.%f"


@dataclass(frozen=True, slots=True)
class Discarded:
    """A run in the trash: of which world, its name, and when it was deleted, in UTC."""

    world: str
    name: str
    deleted: datetime
    path: Path

    @property
    def full_name(self) -> str:
        """Return the name with the world's."""
        return f"{self.world}/{self.name}"


def discard(saves: Path, path: Path) -> Discarded:
    """Move a run to the trash. Raises SaveError if it is open elsewhere, or not one of those kept under saves."""
    if path.absolute().parents[1].resolve() != saves.resolve():
        raise SaveError(f"The run {path} is not among those kept in {saves}: delete its file as any other.")
    deleted = datetime.now(UTC)
    to = saves / _TRASH / path.parent.name / f"{path.stem}~{deleted.strftime(_TIME)}{SUFFIX}"
    _move(path, to, trashed=to)
    return Discarded(path.parent.name, path.stem, deleted, to)


def list_discarded(saves: Path) -> list[Discarded]:
    """Return what is in the trash, the last deleted first. Raises SaveError."""
    with explained(saves):
        found = [_discarded(path) for path in (saves / _TRASH).glob(f"*/*~*{SUFFIX}")]
    return sorted((each for each in found if each), key=lambda each: each.deleted, reverse=True)


def restore(saves: Path, discarded: Discarded) -> Path:
    """Move a run back out of the trash, under its name or that with a number; return where it is. Raises SaveError."""
    to = run_path(saves, discarded.world, free_name(saves, discarded.world, discarded.name))
    _move(discarded.path, to, trashed=discarded.path)
    return to


def empty_trash(saves: Path) -> None:
    """Delete for good all that is in the trash. Raises SaveError."""
    with explained(saves / _TRASH):
        if (saves / _TRASH).exists():
            shutil.rmtree(saves / _TRASH)


def _move(path: Path, to: Path, *, trashed: Path) -> None:
    """Move a run; nobody else takes the lock of one in the trash, so that it need not stay if it says nothing."""
    move_run(path, to)
    lock = lock_path(trashed)
    if not lock.stat().st_size:
        lock.unlink()


def _discarded(path: Path) -> Discarded | None:
    name, _, time = path.name.removesuffix(SUFFIX).rpartition("~")
    try:
        deleted = datetime.strptime(time, _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Discarded(path.parent.name, name, deleted, path)
