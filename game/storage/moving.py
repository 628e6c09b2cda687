"""A run's file put elsewhere, with all that lies beside it under its name: copies of older versions, a journal.

Knows nothing of what it holds: a damaged one is moved as well. The empty lock stays, for to remove it would be to race
with its next owner.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from game.errors import SaveError
from game.storage.connection import check_is_file, connect
from game.storage.creation import make_folder, sync_folder
from game.storage.failures import explained
from game.storage.lock import held


def move_run(path: Path, to: Path) -> None:
    """Move a run to where there is none; the folder is made. Whether it was given back is known there as well.

    Raises SaveError if it is missing or open elsewhere, if there is a run already, or the disk fails.
    """
    check_is_file(path)
    with explained(path), held(path) as here:
        make_folder(to.parent)
        with held(to) as there:
            if os.path.lexists(to):
                raise SaveError(f"There is a run {to} already: choose another name.")
            _settle(path)
            for beside in _beside(path):
                beside.rename(to.with_name(to.name + beside.name.removeprefix(path.name)))
            path.rename(to)
            sync_folder(to.parent)
            sync_folder(path.parent)
            here.was_released, there.was_released = True, here.was_released


def _settle(path: Path) -> None:
    """Let SQLite take back what a program that died left half written: its journal is only good beside the file."""
    with suppress(SaveError):
        connect(path).close()


def _beside(path: Path) -> list[Path]:
    names = (f"{path.name}-journal", f"{path.name}.")
    return sorted(each for each in path.parent.iterdir() if each.name == names[0] or each.name.startswith(names[1]))
