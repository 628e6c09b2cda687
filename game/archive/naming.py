"""Which run a player means, and which turn of it: by name, by path, by number or by bookmark.

Knows nothing of what a run holds beside its turns and bookmarks.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.errors import SaveError
from game.loader.diagnostics import nearest, visible
from game.storage.records import Step
from game.storage.runs import SUFFIX, run_files
from game.storage.snapshot import Snapshot
from game.storage.trash import Discarded

_PLAYED = "@"
_MOST_NAMED = 20


def find_run(name: str, saves: Path) -> Path:
    """Return the file of a run: WORLD/NAME, NAME where only one world has it, or a path. Raises SaveError."""
    if name.endswith(SUFFIX):
        path = Path(name).expanduser().absolute()
        if path.is_file():
            return path
        raise SaveError(visible(f"There is no run at {name}; check the path."))
    files = run_files(saves)
    found = [path for path in files if name in (path.stem, full_name(path))]
    if len(found) == 1:
        return found[0]
    raise _unfound(name, [full_name(path) for path in files], [full_name(path) for path in found])


def find_discarded(name: str, trash: Sequence[Discarded]) -> Discarded:
    """Return the run of a name, WORLD/NAME or NAME, that was deleted last; trash has it first. Raises SaveError."""
    found = [each for each in trash if name in (each.name, each.full_name)]
    several = dict.fromkeys(each.full_name for each in found)
    if len(several) == 1:
        return found[0]
    raise _unfound(name, [each.full_name for each in trash], list(several), where=" in the trash")


def full_name(path: Path) -> str:
    """Return the name of a run with its world's."""
    return f"{path.parent.name}/{path.stem}"


def find_turn(run: Snapshot, name: str | None) -> Step:
    """Return the turn that is meant; None is the one where the player stands. Raises SaveError.

    A number counts from the opening, 0, along the current path; @ and a number in the order of playing, on any branch.
    """
    if name is None:
        return run.here
    number = int(name.removeprefix(_PLAYED)) if _is_number(name.removeprefix(_PLAYED)) else -1
    if name.startswith(_PLAYED):
        found = next((step for step in run.tree() if step.id == number), None)
    elif _is_number(name):
        found = next((step for step in run.path(run.here.id) if step.depth == number), None)
    else:
        marked = {each.name: each.turn for each in run.bookmarks()}
        found = next((step for step in run.tree() if step.id == marked.get(name)), None)
    if found is None:
        raise SaveError(visible(f"The run has no turn '{name}'; {_turns(run)}"))
    return found


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) < 10


def _turns(run: Snapshot) -> str:
    names = ", ".join(f"'{each.name}'" for each in run.bookmarks())
    return f"name one from 0 to {run.here.depth}, @1 to @{len(run.tree())}, or a bookmark ({names or 'it has none'})."


def _unfound(name: str, known: list[str], several: list[str], *, where: str = "") -> SaveError:
    if several:
        return SaveError(visible(f"There are several runs '{name}'{where}: say which, {' or '.join(several)}."))
    short = {each.partition("/")[2]: each for each in reversed(known)}
    near = nearest(name, known) or short.get(nearest(name, short) or "")
    there = ", ".join(dict.fromkeys(known[:_MOST_NAMED]))
    others = f"the runs are {there}." if there else "there are none."
    meant = f"did you mean '{near}'?" if near else others
    return SaveError(visible(f"There is no run '{name}'{where}; {meant}"))
