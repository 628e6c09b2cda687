"""Where runs are: their names, their paths under the folder of saves, and the list of them.

Knows nothing of turns, and opens nothing for writing.
"""

from __future__ import annotations

import os
import re
import unicodedata
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from game.errors import SaveError
from game.storage.connection import connect
from game.storage.failures import explained
from game.storage.records import RunSummary
from game.storage.tables.meta import read_meta
from game.storage.tables.turns import current_step

SUFFIX = ".loreloom"
_LONGEST_NAME = 60
SHORTENED = 40
"""Letters of a name behind which a number still fits."""
# File systems allow 255 bytes for a name; our suffix, SQLite's and the lock's dots come on top of it.
_MOST_BYTES = 200
_NUMBERED = re.compile(r"run-([1-9][0-9]{0,8})")


def run_path(saves: Path, world: str, name: str) -> Path:
    """Return the file of a run. Raises SaveError for a name that may not be one."""
    return _folder(saves, world) / f"{_checked(name)}{SUFFIX}"


def new_name(saves: Path, world: str) -> str:
    """Return the name for a world's next run: run-1, or one more than the highest there is."""
    names = (_NUMBERED.fullmatch(path.stem) for path in _files(_folder(saves, world)))
    return f"run-{1 + max((int(found[1]) for found in names if found), default=0)}"


def list_runs(saves: Path, world: str | None = None) -> list[RunSummary]:
    """Return the runs of one world, or of all, newest first; a file that cannot be opened has its problem there."""
    folders = _folders(saves) if world is None else [_folder(saves, world)]
    summaries = (_summary(path) for folder in folders for path in _files(folder))
    return sorted(summaries, key=lambda summary: (summary.updated, summary.name), reverse=True)


def run_files(saves: Path) -> list[Path]:
    """Return the file of every run, by world and name; none is opened. Raises SaveError."""
    return sorted(path for folder in _folders(saves) for path in _files(folder))


def free_name(saves: Path, world: str, name: str) -> str:
    """Return a name, or where that is taken the first of name-2, name-3… that is not. Raises SaveError."""
    if not os.path.lexists(run_path(saves, world, name)):
        return name
    numbered = (f"{name[:SHORTENED]}-{number}" for number in count(2))
    return next(each for each in numbered if not os.path.lexists(run_path(saves, world, each)))


def language_of(saves: Path, world: str, name: str) -> str | None:
    """Return the language a run is told in, or None where there is no such run. Raises SaveError."""
    path = run_path(saves, world, name)
    if not path.exists():
        return None
    with explained(path), closing(connect(path)) as db:
        return read_meta(db).language


def _checked(name: str) -> str:
    fits = 0 < len(name) <= _LONGEST_NAME and len(name.encode(errors="replace")) <= _MOST_BYTES
    if fits and all(_is_allowed(character) for character in name):
        return name
    raise SaveError(
        f"{name[:_LONGEST_NAME]!r} cannot name a run or its folder: "
        f"use letters, digits, - and _, {_LONGEST_NAME} of them at most."
    )


def _is_allowed(character: str) -> bool:
    # Marks are the vowels and accents of many scripts: parts of letters.
    return character in "-_" or unicodedata.category(character)[0] in "LM" or character.isdecimal()


def _folder(saves: Path, world: str) -> Path:
    return saves / _checked(world)


def _folders(saves: Path) -> list[Path]:
    with explained(saves):
        return [folder for folder in saves.iterdir() if folder.is_dir()] if saves.is_dir() else []


def _files(folder: Path) -> list[Path]:
    with explained(folder):
        return list(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []


def _summary(path: Path) -> RunSummary:
    try:
        depth, problem = _depth(path), ""
    except SaveError as error:
        depth, problem = 0, str(error)
    return RunSummary(path.stem, path, path.parent.name, depth, _updated(path), problem)


def _depth(path: Path) -> int:
    with explained(path), closing(connect(path)) as db:
        read_meta(db)
        return current_step(db).depth


def _updated(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.lstat().st_mtime, UTC)
    except OSError:
        return datetime.fromtimestamp(0, UTC)
