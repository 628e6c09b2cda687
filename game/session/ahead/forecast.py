"""One turn told ahead in a thread of its own, and followed by whoever plays it, from its first piece on.

Knows nothing of runs: nothing of it is written, and one that is let go leaves no trace.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Event, Thread

from game.session.ahead.model import AheadModel, Untold
from game.story.model import Done, LanguageModel
from game.story.narrator import Narrator, Way
from game.story.passages import Grew, Opened
from game.story.stops import EitherStop
from game.story.turn import Turn

THREAD = "ahead"
"""The name of the threads."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A turn that may come after the turn parent, to be told in a way.

    It holds all that requests for it are made of: equal ones are told by equal requests. turn.seed stands for the
    run, the digest of the state before, and the action.
    """

    parent: int
    turn: Turn
    way: Way


class Forecast:
    """A coming turn as it is told ahead. One thread may follow it; any may drop it.

    is_begun is set when there is something to be shown of it, and when there will be nothing.
    """

    def __init__(self, coming: Coming, narrator: Narrator, model: LanguageModel) -> None:
        """Begin to tell it, by the narrator's tellers and its model."""
        self.coming = coming
        self._model = AheadModel(model)
        self._stop = EitherStop()
        self.is_begun = Event()
        self._pieces: SimpleQueue[Opened | Grew | Done | Exception | None] = SimpleQueue()
        self.thread = Thread(target=self._tell, args=(narrator.by(self._model),), name=THREAD, daemon=True)
        self.thread.start()

    @property
    def is_given_up(self) -> bool:
        """Return whether it failed, and cannot be had."""
        return self._model.is_given_up

    def call(self) -> bool:
        """Have the rest of it told as what is waited for; return False where it was given up before."""
        return self._model.call()

    def drop(self) -> None:
        """Have it end, within a token."""
        self._stop.set()

    def follow(self, stop: Event) -> Iterator[Opened | Grew | Done]:
        """Yield at once what was told, and then what comes; call goes before. Raises what the telling of it raised.

        Setting stop ends it as it ends any telling; so does leaving off.
        """
        self._stop.other = stop
        try:
            while (piece := self._pieces.get()) is not None:
                if isinstance(piece, Exception):
                    raise piece
                yield piece
        finally:
            self.drop()

    def _tell(self, narrator: Narrator) -> None:
        try:
            for piece in narrator.tell(self.coming.turn, self._stop, way=self.coming.way):
                self._pieces.put(piece)
                self.is_begun.set()
        except Untold:
            return
        except Exception as error:  # noqa: BLE001 - a thread ends here; who follows it hears of the error
            self._pieces.put(error)
        else:
            self._pieces.put(None)
        finally:
            self.is_begun.set()
