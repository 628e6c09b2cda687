"""The program that plays: for each order on its input it forks, and the fork plays, saying what it was promised.

Run as `python -m tests.faults.player WORLD`. Each line that it writes is a JSON list whose first item names it.
"""

from __future__ import annotations

import json
import os
import random
import sys
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path
from threading import Event
from typing import Any

from game.errors import SaveError
from game.loader.load import load_world
from game.rules.world import World
from game.session.opening import open_session
from game.session.session import Session
from game.session.turn_events import Committed
from game.storage.records import Bookmark
from game.storage.seals import seal
from game.story.model import Reply, Request
from tests.faults.players import Order
from tests.faults.shim import Disk, Fate
from tests.kit import inn
from tests.scripted import ScriptedModel

RUN = "run"
ANY = "any"
"""Stands for whichever of a turn's tellings."""
_MISTAKEN = 3
_WANDERINGS = (
    "/undo",
    "/undo",
    "/redo",
    "/retry",
    "/edit Fog, I say.",
    ":bookmark quay",
    ":bookmark fog",
    ":drop fog",
    ":jump",
    ":set",
)


def say(*words: object) -> None:
    """Write a line at once: what a killed program has written is kept."""
    os.write(1, (json.dumps(words) + "\n").encode())


class Held(ScriptedModel):
    """A model that can be told to write so many words of its next telling and then no more, for ever."""

    hold_after: int | None = None

    def reply(self, request: Request, stop: Event | None = None, due: Event | None = None) -> Iterator[Reply]:
        """Yield the next reply of the queue, or the beginning of it."""
        replies = super().reply(request, stop)
        if self.hold_after is None or not request.max_tokens:
            return replies
        return chain(islice(replies, self.hold_after), self._never())

    def _never(self) -> Iterator[Reply]:
        say("held")
        Event().wait()
        yield from ()


class Player:
    """Plays one order, and says each thing that it was told is saved, after it was told."""

    def __init__(self, world: World, order: Order, disk: Disk | None) -> None:
        self._saves = Path(order.saves)
        self._world = world
        self._steps = order.steps
        self._random = random.Random(order.seed)
        self._disk = disk
        self._session: Session | None = None
        self._is_full = False

    def play(self) -> None:
        """Open the run, or begin it, and do all that was ordered."""
        self._insist(self._open)
        self._insist(self._begin)
        for step in self._steps or self._wander():
            self._insist(partial(self._do, step))
        self._now.close()

    @property
    def _now(self) -> Session:
        assert self._session is not None
        return self._session

    def _say(self, *words: object) -> None:
        say(*words)
        if self._disk:
            self._disk.mark(json.dumps(words))

    def _insist(self, work: Callable[[], None]) -> None:
        """Do something, and once more where the disk refused: a failure must leave all as it was."""
        try:
            work()
        except SaveError as error:
            self._say("full" if self._is_full else "refused", str(error))
            if not self._is_full:
                work()

    def _wander(self) -> Iterator[str]:
        while True:
            choices = self._now.offered().choices
            yield self._random.choice([*choices, *choices, *_WANDERINGS])

    def _open(self) -> None:
        self._held = model = Held(f"Fog, {number}." for number in range(10_000))
        session = open_session(self._world, self._saves, model, run=RUN, seed=7)
        self._session = session
        self._say("turn", *_turn(session))

    def _begin(self) -> None:
        list(self._now.begin())
        self._stand()

    def _do(self, step: str) -> None:  # noqa: C901 - a table of steps
        match step.split(" "):
            case [":reopen"]:
                self._now.close()
                self._insist(self._open)
                self._begin()
            case [":bookmark", name]:
                self._keep("bookmark", name, self._now.run.current().id)
            case [":drop", name]:
                self._keep("bookmark", name, None)
            case [":set"]:
                self._keep("setting", "way", self._random.choice(("model", "blend")))
            case [":jump", *where]:
                self._jump(int(where[0]) if where else self._random.choice(self._now.run.tree()).id)
            case [":fill" | ":free" as step]:
                self._fill(is_full=step == ":fill")
            case [":choose"]:
                self._choose()
            case [":hold", number]:
                self._held.hold_after = int(number)
            case _:
                self._submit(step)

    def _fill(self, *, is_full: bool) -> None:
        assert self._disk
        self._is_full = is_full
        self._disk.fill(is_full=is_full)

    def _submit(self, words: str) -> None:
        is_committed = False
        if words == "/retry":  # one that reads as an earlier one chooses that
            self._say("will", "choice", self._now.run.current().id, ANY)
        try:
            for event in self._now.submit(words):
                if isinstance(event, Committed):
                    is_committed = True
                    self._say("turn", *_turn(self._now))
        except SaveError as error:
            if not is_committed:
                raise
            self._say("untold", str(error))
        self._stand()

    def _keep(self, kind: str, name: str, value: Any) -> None:
        self._say("will", kind, name, value)
        kept = self._now.run.kept
        if kind == "setting":
            kept.put_setting(name, value)
        elif value is None:
            kept.drop_bookmark(name)
        else:
            kept.bookmark(Bookmark(name, value))
        self._say("did", kind, name, value)

    def _jump(self, turn_id: int) -> None:
        self._say("will", "jump", "", turn_id)
        self._now.at.jump(turn_id)
        self._stand()

    def _choose(self) -> None:
        run = self._now.run
        first = run.tellings(run.current().id)[0]
        self._say("will", "choice", first.turn, first.alternative)
        run.choose(first)
        self._say("did", "choice", first.turn, first.alternative)

    def _stand(self) -> None:
        """Say where the run stands, and what was told there."""
        run = self._now.run
        here = run.current().id
        self._say("here", here)
        if chosen := run.chosen_telling(here):
            self._say("did", "choice", here, chosen.alternative)
        for telling in run.tellings(here):
            self._say("telling", here, telling.alternative, seal(telling.text))


def _turn(session: Session) -> tuple[int, int | None, str, str]:
    turn = session.run.current()
    return turn.id, turn.parent, turn.words, seal(turn.state)


def live(world: World, order: Order) -> None:
    """Play an order in this process and end it."""
    try:
        disk = Disk() if "LD_PRELOAD" in os.environ else None
        if disk:
            disk.watch(Path(order.watched or Path(order.saves).parent))
            disk.spoil(order.at, Fate(order.fate))
            disk.fail_read(order.read)
            if order.record:
                disk.record(Path(order.record))
        Player(world, order, disk).play()
        if disk:
            say("operations", disk.count(), disk.reads())
    except BaseException:  # noqa: BLE001 - the process ends here, and the test is told why
        say("mistake", traceback.format_exc()[-3_000:])
        os._exit(_MISTAKEN)
    os._exit(0)


def main() -> None:
    """Serve orders until the input ends."""
    world = inn() if sys.argv[1] == "inn" else load_world(Path(sys.argv[1]))
    for line in sys.stdin:
        order = Order(**json.loads(line))
        pid = os.fork()
        if not pid:
            say("began", os.getpid())
            live(world, order)
        _, status = os.waitpid(pid, 0)
        say("ended", os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
