"""Where a player stands in a run: the turn, the state after it, and the moves from one turn to another.

Knows nothing of tellings, models or screens.
"""

from __future__ import annotations

from collections.abc import Callable

from game.errors import SaveError
from game.rules.actions import Action, format_action
from game.rules.apply import Outcome, apply, begin_run, is_legal
from game.rules.events import format_events
from game.rules.state import State, format_state
from game.rules.world import World
from game.session.copies import new_copy
from game.session.edits import carried_over
from game.session.fitting import fitted, fitted_events
from game.session.saved import action_of, events_of, is_invention, state_of
from game.storage.records import Turn as Saved
from game.storage.run import RunFile

_RECENT = 6
"""Turns. So far back goes what "it" and "back" may stand for."""


class Standing:
    """The turn and the state of one run in one world; every move is on the disk before state tells of it."""

    def __init__(self, world: World, run: RunFile, *, state: State | None = None) -> None:
        """Stand where the run was left, in its own state or another. Raises SaveError where the place is gone.

        A detail that was made up ahead of a turn which never came is stepped back from: the next one commits it again.
        """
        self.world = world
        self.run = run
        while is_invention(run.current()) and not run.is_read_only:
            run.undo()
        self.state = state or self._state_of(run.current())
        self._new_copy = new_copy(run, world)
        self._origins: dict[int, int] = {}

    def move_on(self, shown: str, action: Action, outcome: Outcome) -> Saved:
        """Commit a turn and stand after it. Raises SaveError; the turn is then not played."""
        here = self.run.current()
        texts = (shown, format_action(action), format_events(outcome.events), format_state(outcome.state))
        saved = self.run.commit(*texts, world=self._new_copy)
        self._new_copy = None
        self.state = outcome.state
        if is_invention(saved) or is_invention(here):
            self._origins[saved.id] = self._origins.get(here.id, here.id) if is_invention(here) else here.id
        return saved

    def played_from(self, saved: Saved) -> int | None:
        """Return the id of the turn from which one was played here: its parent, or the one before what was made up."""
        return self._origins.get(saved.id, saved.parent)

    def recent(self) -> tuple[Action, ...]:
        """Return the last few actions on the way to here, the newest last. Raises SaveError."""
        steps = (step for step, _ in self.run.path_tellings(limit=_RECENT))
        return tuple(action_of(step) for step in steps if step.depth and not is_invention(step))

    def undo(self) -> Saved | None:
        """Step back one turn, and what was made up for it; return the turn undone, or None at the beginning."""
        undone = self.run.current()
        if undone.parent is None:
            return None
        back = self._played(self.run.turn(undone.parent))
        state = self._state_of(back)
        while self.run.current().id != back.id:
            self.run.undo()
        self.state = state
        return undone

    def redo(self) -> Saved | None:
        """Step forward again along the last used branch; return the turn that was redone, or None."""
        return self._moved(self._redone)

    def jump(self, turn_id: int) -> Saved | None:
        """Stand at any turn of the run, of whatever branch, and return it."""
        return self._moved(lambda: self.run.jump(turn_id))

    def change_world(self, world: World) -> State:
        """Go on in a world as it has been edited; return the state before. The file stays as it is."""
        before, self.state = self.state, carried_over(world, state_of(self.run.current()))
        self.world = world
        self._new_copy = new_copy(self.run, world)
        return before

    def replayed(self, saved: Saved) -> tuple[State, Outcome]:
        """Return the state before a turn and what came of it. Raises SaveError."""
        above = None if saved.parent is None else state_of(self.run.turn(saved.parent))
        return replayed(self.world, saved, above, seed=self.state.seed)

    def _played(self, turn: Saved) -> Saved:
        """Return a turn, or the last that was played before it where it only made up a detail. Raises SaveError."""
        while is_invention(turn) and turn.parent is not None:
            turn = self.run.turn(turn.parent)
        return turn

    def _redone(self) -> Saved | None:
        found = self.run.redo()
        while found is not None and is_invention(found) and (further := self.run.redo()):
            found = further
        return found

    def _moved(self, move: Callable[[], Saved | None]) -> Saved | None:
        """Move, but stay in a turn that the world has lost the place of. Raises SaveError."""
        left = self.run.current()
        saved = move()
        if saved is None:
            return None
        try:
            self.state = self._state_of(saved)
        except SaveError:
            self.run.jump(left.id)
            raise
        return saved

    def _state_of(self, saved: Saved) -> State:
        return fitted(self.world, state_of(saved))


def replayed(world: World, saved: Saved, above: State | None, *, seed: int) -> tuple[State, Outcome]:
    """Return the state before a turn and what came of it: applied once more, or, in another world, its events.

    above is the state that was saved before it, None for the root. Raises SaveError.
    """
    if above is None:
        outcome = begin_run(world, seed)
        return outcome.state, outcome
    before, action = fitted(world, above), action_of(saved)
    if is_legal(world, before, action):
        return before, apply(world, before, action)
    after = fitted(world, state_of(saved))
    return before, Outcome(after, fitted_events(world, events_of(saved)), after)
