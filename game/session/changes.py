"""What an edit of its world means for a run: whether each of its turns can still be played, and if not, why.

Knows nothing of what is done about it; nothing is changed by looking.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from game.errors import SaveError, WorldError
from game.loader.copies import world_of_copy
from game.loader.diagnostics import nearest
from game.rules.apply import is_legal
from game.rules.state import State
from game.rules.world import World
from game.session.fitting import Fitting
from game.session.renaming import renaming
from game.session.saved import action_of, reading, state_of
from game.storage.records import Turn
from game.storage.run import RunFile


@dataclass(frozen=True, slots=True)
class Gone:
    """An id that the world has no more. near is the new one that it may be called by now, or empty."""

    kind: str
    id: str
    near: str


@dataclass(frozen=True, slots=True)
class Misfit:
    """The first turn that cannot be played any more. turn is its id, number counts from 0 on the path.

    last is the id of the turn before, to which a run can go back; the opening where even that has no place now.
    """

    turn: int
    number: int
    words: str
    last: int
    gone: tuple[Gone, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """An edit since a run was played last. turns counts those of its path after the opening; without misfit all fit."""

    turns: int
    misfit: Misfit | None


def change_of(run: RunFile, world: World, names: Mapping[str, str] | None = None) -> Change | None:
    """Return what has changed for a run, with ids renamed as in names; None where it was last played by this world.

    Raises SaveError.
    """
    kept = run.kept.last_digest() or run.meta.world_digest
    if kept == world.digest and not names:
        return None
    path = run.path()
    return Change(len(path) - 1, _misfit(run, world, path, names or {}))


def _misfit(run: RunFile, world: World, path: list[Turn], names: Mapping[str, str]) -> Misfit | None:
    fitting, renamed = Fitting(world, run.meta.seed), renaming(names)
    before: State | None = None
    for turn in path:
        with reading(f"Turn @{turn.id} of this run"):
            now = replace(turn, action=renamed.action(turn.action), state=renamed.state(turn.state))
        state = state_of(now)
        fits = before is None or is_legal(world, before, action_of(now))
        after = _fitted(fitting, state)
        if not fits or after is None:
            used = {*_parts(now.action), *(() if after else (state.place,))}
            gone = tuple(_gone(run, world, turn, used))
            return Misfit(turn.id, turn.depth, turn.words, turn.parent or turn.id, gone)
        before = after
    return None


def _fitted(fitting: Fitting, state: State) -> State | None:
    try:
        return fitting.fit(state)
    except SaveError:
        return None


def _parts(action: str) -> list[str]:
    """Return the ids that an action names, and what else it names."""
    return action.partition(" : ")[0].split(" ")[1:]


def _gone(run: RunFile, world: World, turn: Turn, used: set[str]) -> Iterator[Gone]:
    """Yield those of the ids in use that the world of that turn had and this world has not."""
    old, new = _kinds_of(run, turn), world.names.kinds
    for name in sorted(used):
        if name in old and name not in new:
            fresh = [each for each, kind in new.items() if kind == old[name] and each not in old]
            yield Gone(old[name], name, nearest(name, fresh) or (fresh[0] if len(fresh) == 1 else ""))


def _kinds_of(run: RunFile, turn: Turn) -> Mapping[str, str]:
    """Return the kinds of the ids of the world that a turn was played by; of one that is not kept, what can be told."""
    copy = run.kept.world_of(turn.id)
    try:
        return world_of_copy(copy.files, language=run.meta.language).names.kinds if copy else {}
    except WorldError:
        return {}
