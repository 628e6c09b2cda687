"""A damaged run made anew from what is whole of it: every turn whose ancestors are whole, and what belongs to those.

Knows nothing of what turns mean. The damaged file is only read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from game.errors import SaveError
from game.storage.connection import check_is_file
from game.storage.damaged.search import find_rows
from game.storage.damaged.whole import Guess, NothingWhole, Whole
from game.storage.failures import Unfitting, explained
from game.storage.lock import held
from game.storage.rebuilding import rebuild
from game.storage.runs import SHORTENED


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved and, as far as the file still speaks of it, lost: how many of each kind.

    depth is that of the turn where the player stands now; stood says whether they stood there before. has_meta says
    whether what the run was begun with was found, or had to be guessed.
    """

    path: Path
    saved: dict[str, int]
    lost: dict[str, int]
    depth: int
    stood: bool
    has_meta: bool


def salvage(file: Path, to: Path | None, guess: Guess) -> Salvaged:
    """Make a new run, at to or under a numbered name beside it, of what is whole in a file.

    Raises SaveError if the file is missing or open elsewhere, if nothing of it is whole, or if to is there already.
    """
    check_is_file(file)
    with explained(file), _left_alone(file):
        found = find_rows(file)
    target = to or _beside(file)
    whole = Whole(found, guess)
    try:
        rebuild(target, whole.records())
    except (NothingWhole, Unfitting) as error:
        raise SaveError(f"Nothing of {file} can be saved: its opening is damaged, so put a copy of it back.") from error
    saved, lost = whole.counts()
    here = whole.here()
    return Salvaged(target, saved, lost, here.depth, stood=here.id == found.here, has_meta=found.meta is not None)


@contextmanager
def _left_alone(file: Path) -> Iterator[None]:
    """Let no other program play a run; on a disk that may only be read there is no lock, and no need of one."""
    with ExitStack() as stack:
        with suppress(OSError):
            stack.enter_context(held(file))
        yield


def _beside(file: Path) -> Path:
    """Return a path for a run beside another, named after it and numbered, where there is none."""
    names = (f"{file.stem[:SHORTENED]}-repaired-{number}{file.suffix}" for number in count(1))
    return next(path for path in map(file.with_name, names) if not os.path.lexists(path))
