"""A run's file in use: one program, one current turn, and turns that are on the disk before they are returned.

Knows nothing of rules, worlds or models: actions, events and states are text it keeps.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import NoReturn, Self, TypeVar

from game.errors import SaveError
from game.storage import connection
from game.storage.backups import back_up, free_path
from game.storage.creation import create_file, make_folder
from game.storage.failures import explained
from game.storage.index import Index
from game.storage.kept import Kept
from game.storage.lock import RunLock
from game.storage.records import Meta, Step, Telling, Told, Turn, WorldCopy
from game.storage.rewriting import Rewriting, rewrite
from game.storage.tables import picks, recall, states, tellings, turns, worlds
from game.storage.tables.meta import read_meta
from game.storage.transaction import transaction

T = TypeVar("T")


class RunFile:
    """A run, open and locked; file is where it is. Its methods may be called from any thread; one works at a time.

    kept is all that it holds beside turns and tellings; index finds turns by words. One that is only looked at has no
    lock, and refuses to write. All of them raise SaveError when the disk fails, is full or is damaged. A failed write
    leaves nothing half done and the run usable: the same call may be made again.
    """

    def __init__(self, file: Path, lock: RunLock | None) -> None:
        """Use open or create, which take the lock, or look."""
        self.file = file
        self.kept = Kept(self._read, self._write)
        self.index = Index(self._read, self._write)
        self._lock = lock
        self._one_at_a_time = RLock()
        self._closed = False
        self._is_whole = True
        self._db: sqlite3.Connection | None = None
        self._meta = self._read(read_meta)
        # What commits continue is the turn last returned, never one read again from the file: a write that was
        # reported as failed may have reached the disk all the same.
        self._current = self._read(turns.current_turn)

    @classmethod
    def create(cls, file: Path, meta: Meta, *, state: str, events: str, world: WorldCopy | None = None) -> Self:
        """Begin a run with a root turn; folders are made. Raises SaveError if there is such a file already."""
        with explained(file):
            make_folder(file.parent)
            with _locked(file) as lock:
                create_file(file, meta, state=state, events=events, world=world)
                return cls(file, lock)

    @classmethod
    def open(cls, file: Path) -> Self:
        """Go on with a run, brought to this program's schema where it is older.

        Raises SaveError if it is missing, open elsewhere, no run, damaged or from a newer version.
        """
        connection.check_is_file(file)
        with explained(file), _locked(file) as lock:
            return cls(file, lock)

    @classmethod
    def look(cls, file: Path) -> Self:
        """Look at a run that another program may be playing: nothing is written. Raises SaveError as open does."""
        return cls(file, None)

    @property
    def was_closed(self) -> bool:
        """Return whether the program that had the run before gave it back."""
        return self._lock is None or self._lock.was_released

    @property
    def is_read_only(self) -> bool:
        """Return whether the run is only looked at."""
        return self._lock is None

    @property
    def meta(self) -> Meta:
        """Return what the run was begun with."""
        return self._meta

    def current(self) -> Turn:
        """Return the turn the player stands at; never touches the disk."""
        return self._current

    def turn(self, turn_id: int) -> Turn:
        """Return any turn of the run."""
        return self._read(lambda db: turns.known_turn(db, turn_id))

    def commit(self, words: str, action: str, events: str, state: str, *, world: WorldCopy | None = None) -> Turn:
        """Add a child of the current turn and make it current; it is on the disk when this returns.

        world is the one that this turn was played by, where it is another than the last one kept; its first is set.
        """
        texts = {"words": words, "action": action, "events": events, "state": state}

        def add(db: sqlite3.Connection) -> Turn:
            turn = turns.add_turn(db, self._current, **texts)
            if world is not None:
                worlds.put_world(db, replace(world, first=turn.id))
            return turn

        with self._one_at_a_time:
            self._current = self._write(add)
            return self._current

    def undo(self) -> Turn | None:
        """Step back to the parent and return it, or None at the root."""
        with self._one_at_a_time:
            parent = self._current.parent
            return None if parent is None else self._move(lambda db: turns.known_turn(db, parent))

    def redo(self) -> Turn | None:
        """Step to the current turn's child last used and return it, or None if it has none."""
        with self._one_at_a_time:
            return self._move(lambda db: turns.picked_child(db, self._current.id))

    def path(self, turn_id: int | None = None) -> list[Turn]:
        """Return the turns from the root to turn_id (None: the current one), states included."""
        wanted = self._current.id if turn_id is None else turn_id
        found = self._read(lambda db: list(states.with_states(db, turns.steps_to(db, wanted))))
        return found or _no_turn(wanted, self.file)

    def steps(self) -> list[Step]:
        """Return the steps from the root to the current turn."""
        return self._read(lambda db: turns.steps_to(db, self._current.id))

    def path_tellings(self, limit: int | None = None, *, to: Step | None = None) -> list[Told]:
        """Return the last limit steps (None: all) to a step (None: the current), oldest first, with what was told."""
        return self._read(lambda db: tellings.told_path(db, to or self._current, limit=limit))

    def tree(self) -> list[Step]:
        """Return every turn there is, of every branch, in the order in which they were played."""
        return self._read(turns.tree)

    def leads(self) -> dict[int, int]:
        """Return for each turn that has been gone on from the child that redo leads to, both as ids."""
        return self._read(turns.leads)

    def jump(self, turn_id: int) -> Turn:
        """Stand at any turn and return it; redo leads along its branch from now on."""

        def find(db: sqlite3.Connection) -> Turn:
            turns.lead_to(db, turn_id)
            found = turns.steps_to(db, turn_id, limit=1)
            return states.with_state(db, found[0]) if found else _no_turn(turn_id, self.file)

        with self._one_at_a_time:
            return self._move(find) or _no_turn(turn_id, self.file)

    def tell(  # noqa: PLR0913 - a telling is made of as much
        self,
        turn_id: int,
        text: str,
        *,
        narrator: str,
        model: str,
        seed: int,
        details: str = "",
        words: str | None = None,
    ) -> Telling:
        """Keep another telling of a turn and choose it; it is on the disk when this returns.

        words, parted by spaces, are what the turn is found by while it is chosen; those of None can be given later.
        """
        telling = Telling(turn_id, 0, text, narrator, model, seed, details)

        def add(db: sqlite3.Connection) -> Telling:
            if not turns.steps_to(db, turn_id, limit=1):
                _no_turn(turn_id, self.file)
            added = tellings.add_telling(db, telling)
            if words is not None:
                recall.index_telling(db, added, words)
            return added

        return self._write(add)

    def choose(self, telling: Telling) -> None:
        """Let history use a telling from now on."""
        self._write(lambda db: picks.pick_alternative(db, telling.turn, telling.alternative))

    def chosen_telling(self, turn_id: int) -> Telling | None:
        """Return the telling of a turn that history uses, or None if it was never told."""
        return self._read(lambda db: tellings.chosen_telling(db, turn_id))

    def tellings(self, turn_id: int) -> list[Telling]:
        """Return every telling of a turn, oldest first."""
        return self._read(lambda db: tellings.tellings_of(db, turn_id))

    def rewrite(self, how: Rewriting, *, world: WorldCopy | None) -> Path:
        """Write every turn and telling anew, and return where the file as it was is kept, beside the run.

        world is the one that all of them are of now: it is kept in place of those that they were played by.
        """
        with self._one_at_a_time:
            backup = free_path(self.file)
            self._read(lambda db: back_up(db, backup))
            self._write(lambda db: rewrite(db, how, world))
            self._current = self._read(turns.current_turn)
            return backup

    def quick_check(self) -> None:
        """Read every page and raise SaveError if one is damaged, which the next owner then looks for first."""
        try:
            self._read(connection.quick_check)
        except SaveError:
            self._is_whole = False
            raise

    def close(self) -> None:
        """Give the run back; safe to call twice. Nothing is waiting to be saved."""
        with self._one_at_a_time:
            self._closed = True
            self._disconnect()
            if self._lock:
                self._lock.release() if self._is_whole else self._lock.drop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _move(self, find: Callable[[sqlite3.Connection], Turn | None]) -> Turn | None:
        def move(db: sqlite3.Connection) -> Turn | None:
            turn = find(db)
            if turn is not None:
                turns.move_to(db, turn)
            return turn

        moved = self._write(move)
        self._current = moved or self._current
        return moved

    def _write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        def whole(db: sqlite3.Connection) -> T:
            if self.is_read_only:
                raise SaveError(f"The run '{self.file.stem}' is only looked at: open it to play on.")
            with transaction(db):
                return work(db)

        return self._read(whole)

    def _read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with self._one_at_a_time, explained(self.file):
            try:
                return work(self._connected())
            except BaseException:
                # After the disk failed a connection may answer nothing but that failure: the next call opens anew.
                self._disconnect()
                raise

    def _connected(self) -> sqlite3.Connection:
        if self._closed:
            raise SaveError(f"The run {self.file} is closed: open it again to go on.")
        if self._db is None:
            connect = connection.connect_to_look if self.is_read_only else connection.connect_latest
            self._db = connect(self.file)
        return self._db

    def _disconnect(self) -> None:
        db, self._db = self._db, None
        with suppress(sqlite3.Error):
            if db is not None:
                db.close()


@contextmanager
def _locked(file: Path) -> Iterator[RunLock]:
    """Hold the lock of a run; it stays held after the block, unless that raises."""
    lock = RunLock(file)
    try:
        yield lock
    except BaseException:
        lock.give_back()
        raise


def _no_turn(turn_id: int, file: Path) -> NoReturn:
    raise SaveError(f"There is no turn {turn_id} in the run {file}: choose one of those it has.")
