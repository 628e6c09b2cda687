"""The thread that works a session, so that the screen never waits: words go in, messages come out.

Knows nothing of widgets. All that can take time is done here, one thing after the other; only stop comes from outside.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread

from textual.message_pump import MessagePump

from game.errors import GameError
from game.session.session import Session
from game.session.turn_events import Answered, Committed, Reread, Rewound, TurnEvent
from game.storage.records import Step
from game.tui.messages import (
    MomentChanged,
    News,
    TellerBroke,
    TellingChosen,
    Tidings,
    TurnBegan,
    TurnEnded,
    TurnFailed,
)

# How long leaving waits for a telling to end; a model that is stuck is the caller's to end.
_LEAVING_S = 2.0

# How often the session is asked to read its world again, while nobody says anything.
_REREADING_S = 1.0


class Teller:
    """A session's thread. What happens is posted to the target."""

    def __init__(self, session: Session, target: MessagePump) -> None:
        self._session = session
        self._target = target
        self._waiting: SimpleQueue[str | None] = SimpleQueue()
        self._stood: Step | None = None
        # Not a Textual worker: those are waited for at exit however long they take.
        self._thread = Thread(target=self._work, name="teller", daemon=True)

    def start(self) -> None:
        """Begin with what the player sees first."""
        self._thread.start()

    def submit(self, words: str) -> None:
        """Stop the telling in progress, if any, and go on with these words."""
        self._session.stop()
        self._waiting.put(words)

    def stop(self) -> None:
        """Stop the telling in progress."""
        self._session.stop()

    async def close(self) -> None:
        """Stop, and give the session back; safe to call twice."""
        self._session.stop()
        self._waiting.put(None)
        await asyncio.to_thread(self._thread.join, _LEAVING_S)

    def _work(self) -> None:
        try:
            self._tell(None, self._session.begin())
            while (words := self._heard()) is not None:
                self._tell(words, self._session.submit(words))
        except Exception as error:  # noqa: BLE001 - the thread ends here, and the screen must not wait for it forever
            self._post(TellerBroke(error))
        finally:
            self._session.close()

    def _heard(self) -> str | None:
        """Return the next words; a world that is edited while they are awaited is read again."""
        while True:
            with suppress(Empty):
                return self._waiting.get(timeout=_REREADING_S)
            self._reread()

    def _reread(self) -> None:
        events: list[TurnEvent] = []
        try:
            events.extend(self._session.reread())
        except GameError as error:
            events.append(Answered(str(error)))
        if events:
            self._tell("", iter(events))

    def _tell(self, words: str | None, events: Iterator[TurnEvent]) -> None:
        self._post(TurnBegan(words))
        try:
            for event in events:
                if isinstance(event, Committed | Rewound | Reread):
                    self._post(self._moment())
                    self._post(self._chosen())
                self._post(event)
                if not self._waiting.empty():  # a stop that came before this turn began was forgotten when it did
                    self._session.stop()
        except GameError as error:
            self._post(TurnFailed(str(error)))
        self._post(self._chosen())
        self._post(TurnEnded())

    def _moment(self) -> MomentChanged:
        session, stood = self._session, self._stood
        self._stood = here = session.run.current()
        is_near = stood is None or here.id in (stood.id, stood.parent) or here.parent == stood.id
        return MomentChanged(session.view(), session.offered().choices, here.words, is_elsewhere=not is_near)

    def _chosen(self) -> TellingChosen:
        """Return which telling is shown; where that cannot be read, what is told goes on without it."""
        run = self._session.run
        with suppress(GameError):
            if telling := run.chosen_telling(run.current().id):
                return TellingChosen(telling.alternative, len(run.tellings(telling.turn)), telling.rating)
        return TellingChosen(0, 0)

    def _post(self, news: News) -> None:
        with suppress(RuntimeError):  # the screen's loop is closed: it was left while something was told
            self._target.post_message(Tidings(news))
