"""Somebody who plays the inn, and reads for as long as it takes to tell ahead all that can be told."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Self

from game.rules.world import World
from game.session.ahead.forecast import THREAD
from game.session.opening import open_session
from game.session.turn_events import Told, TurnEvent
from game.storage.records import Telling
from game.story.narrator import Way
from game.story.passages import Grew, Opened, gather
from tests.kit import inn
from tests.scripted import Asked, SeededModel

LONGEST_S = 60.0
"""How long a test waits for what must happen, before it fails."""


def always() -> bool:
    """Look ahead whenever there is something to look at."""
    return True


class Reader:
    """A session with a model, whose player reads after every turn; it can be left and come back to."""

    def __init__(
        self,
        saves: Path,
        model: SeededModel | None = None,
        *,
        way: Way = "model",
        may_look_ahead: Callable[[], bool] = always,
        world: World | None = None,
    ) -> None:
        self.model = model or SeededModel()
        played = partial(open_session, world or inn(), saves, self.model, run="test", seed=7, way=way)
        self._open = partial(played, may_look_ahead=may_look_ahead)
        self.reopen()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.session.close()
        join(threads())

    def reopen(self) -> None:
        """Open the session, and read what it begins with."""
        self.session = self._open()
        list(self.session.begin())
        self.read()

    def read(self) -> None:
        """Read until all is told ahead, or as much of it as the model tells before somebody waits."""
        self.session.resting.result(timeout=LONGEST_S)
        if self.model.ahead is None:
            join(threads())

    def play(self, words: str) -> list[TurnEvent]:
        """Play a turn and read."""
        events = list(self.session.submit(words))
        self.read()
        return events

    def asked_for(self, words: str) -> list[Asked]:
        """Play a turn; return what the model was asked while it was played, without what came after it."""
        before, after = len(self.model.asked), 0
        for event in self.session.submit(words):
            if isinstance(event, Told):
                after = len(self.model.asked)
        self.read()
        return self.model.asked[before:after]

    def stored(self) -> Telling:
        """Return the telling of the current turn, as the file has it."""
        telling = self.session.run.chosen_telling(self.session.run.current().id)
        assert telling is not None
        return telling


def threads() -> list[Thread]:
    """Return the threads that tell ahead now."""
    return [each for each in threading.enumerate() if each.name == THREAD]


def join(ending: list[Thread]) -> None:
    """Wait for threads to end."""
    for each in ending:
        each.join(LONGEST_S)
        assert not each.is_alive()


def told(events: list[TurnEvent]) -> str:
    """Return the words of the story among events."""
    return " ".join(passage.text for passage in gather(each for each in events if isinstance(each, Opened | Grew)))
