"""What an edit of its world means for a run: whether each of its turns can still be played, and if not, why.

Knows nothing of what is done about it; nothing is changed by looking.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.errors import SaveError
from game.rules.actions import Choose
from game.rules.apply import is_legal
from game.rules.state import State
from game.rules.world import World
from game.session.copies import OldWorlds
from game.session.fitting import Fitting
from game.session.missing import Gone, gone_of, is_moved, lost_of, moved_choices
from game.session.renaming import renaming
from game.session.saved import action_of, is_invention, reading, state_in, state_of
from game.storage.records import Turn
from game.storage.rewriting import Rewriting
from game.storage.run import RunFile


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
    """An edit since a run was played last. turns counts those of its path after the opening; without misfit all fit.

    lost is what the run has where it stands, and cannot keep all the same.
    """

    turns: int
    misfit: Misfit | None
    lost: tuple[Gone, ...] = ()


def change_of(run: RunFile, world: World, names: Mapping[str, str] | None = None) -> Change | None:
    """Return what has changed for a run, with ids renamed as in names; None where it was last played by this world.

    Raises SaveError.
    """
    if is_known(run, world) and not names:
        return None
    path, olds, renamed = run.path(), OldWorlds(run), renaming(names or {})
    misfit = _misfit(run, world, path, olds, renamed)
    with reading("This run"):
        state = state_in(renamed.state(path[-1].state))
    lost = () if misfit or names else tuple(lost_of(olds.of(path[-1].id), world, state))
    return Change(len(path) - 1, misfit, lost)


def is_known(run: RunFile, world: World) -> bool:
    """Return whether a world is the one by which a run was played last. Raises SaveError."""
    return (run.kept.last_digest() or run.meta.world_digest) == world.digest


def _misfit(run: RunFile, world: World, path: list[Turn], olds: OldWorlds, renamed: Rewriting) -> Misfit | None:
    fitting = Fitting(world, run.meta.seed)
    before: State | None = None
    for turn in path:
        with reading(f"Turn @{turn.id} of this run"):
            now = replace(turn, action=renamed.action(turn.action), state=renamed.state(turn.state))
        state = state_of(now)
        fits = before is None or is_invention(now) or is_legal(world, before, action_of(now))
        after, moved = _fitted(fitting, state), _moved(world, olds, turn, now)
        if not fits or after is None or moved:
            used = {*_parts(now.action), *(() if after else (state.place,))}
            gone = moved or tuple(gone_of(olds.of(turn.id), world, used))
            return Misfit(turn.id, turn.depth, turn.words, turn.parent or turn.id, gone)
        before = after
    return None


def _moved(world: World, olds: OldWorlds, turn: Turn, now: Turn) -> tuple[Gone, ...]:
    """Return the choices that have moved in the scene of which a turn took one that has, else nothing."""
    if turn.parent is None:
        return ()
    match action_of(turn), action_of(now):
        case Choose(before), Choose(after):
            old = olds.of(turn.id)
            if old and is_moved(old, world, before, after):
                return tuple(moved_choices(old, world, old.choices[before].scene, world.choices[after].scene))
    return ()


def _fitted(fitting: Fitting, state: State) -> State | None:
    try:
        return fitting.fit(state)
    except SaveError:
        return None


def _parts(action: str) -> list[str]:
    """Return the ids that an action names, and what else it names."""
    return action.partition(" : ")[0].split(" ")[1:]
