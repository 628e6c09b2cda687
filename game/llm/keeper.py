"""The thread that keeps a worker process alive: starts it, has it watched, starts another when it died.

Knows nothing of frames but the last: what is asked and answered goes through the exchanges.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from threading import Event, Lock, Thread

from game.errors import ModelError, ModelLost
from game.llm.board import Board
from game.llm.exchange import Exchanges
from game.llm.limits import Deaths, Limits
from game.llm.process import Process
from game.llm.watch import Unfit, Watch
from game.llm.wire import CLOSE
from game.story.model import ModelStatus

Start = Callable[[int], Process]
"""Starts a process; it is told how many died of loading since a load last succeeded. Raises OSError."""

_CLOSED = "The model was closed while it was asked."
_NOT_READY = "The model is not ready: the author's words tell until it is."
_CONDEMNED = "The model's process ended whenever it was asked this, so it is not asked again."
_ENDED = "The model's process ended and is started again; the author's words tell meanwhile."
_RESTING = "The model's process ended again and again, so the author's words tell: wake the model to try once more."
_UNLOADABLE = "The model's process ended each time it loaded the model: choose another model, or fetch this one again."
_UNSTARTED = "The model's process could not be started ({}): free some memory and wake the model."


class Keeper:
    """A worker process that is there again after every death, until it is given up or closed."""

    def __init__(self, start: Start, *, board: Board, exchanges: Exchanges, limits: Limits) -> None:
        self._start = start
        self._board = board
        self._exchanges = exchanges
        self._limits = limits
        self._deaths = Deaths(limits)
        self._lock = Lock()  # Guards the three below.
        self._thread: Thread | None = None
        self._process: Process | None = None
        self._closing = Event()
        self._poke = Event()

    def start(self) -> None:
        """Begin to load and return at once; nothing when that was begun or the keeper closed before."""
        with self._lock:
            if self._thread is None and not self._closing.is_set():
                self._board.show(ModelStatus("loading"))
                self._thread = Thread(target=self._keep, name="model keeper", daemon=True)
                self._thread.start()

    def wake(self) -> None:
        """Start again what was given up."""
        if self._board.status.phase in {"lost", "resting"}:
            self._deaths.forget()
            self._board.show(ModelStatus("loading"))
            self._poke.set()

    def close(self) -> None:
        """End the process, which may put down what it read if it is quick, and the thread; open exchanges are lost."""
        with self._lock:
            self._closing.set()
            thread, process = self._thread, self._process
        self._poke.set()
        if thread is not None and process is not None:
            self._dismiss(process, thread)
        if thread is not None:
            thread.join()
        self._board.show(ModelStatus("off"))

    @property
    def pid(self) -> int | None:
        """The process that lives now, if one does."""
        process = self._process
        return process.pid if process else None

    def process_for(self, fingerprint: str) -> Process:
        """Return the process that can be asked this. Raises ModelError when none is ready, or when asking kills it."""
        status, process = self._board.status, self._process
        if status.phase != "ready" or process is None:
            raise ModelError(status.message or _NOT_READY)
        if self._deaths.condemned(fingerprint):
            raise ModelError(_CONDEMNED)
        return process

    def _dismiss(self, process: Process, thread: Thread) -> None:
        """Let a process that is ready end by itself, which ends the watch over it; kill what does not in time."""
        if self._board.status.phase == "ready":
            self._exchanges.lose(_CLOSED)
            with contextlib.suppress(ModelLost):
                process.send(CLOSE)
            thread.join(self._limits.parting_s)
        process.kill()

    # The rest runs in the keeper's own thread.

    def _keep(self) -> None:
        while not self._closing.is_set():
            status = self._live()
            self._board.show(status)
            self._exchanges.lose(_CLOSED if self._closing.is_set() else status.message)
            self._poke.wait(self._deaths.pause() if status.phase == "loading" else None)
            self._poke.clear()

    def _live(self) -> ModelStatus:
        """See one process from its start to its end; return how things stand after it."""
        try:
            process = self._start(self._deaths.of_load)
        except OSError as error:
            return ModelStatus("lost", message=_UNSTARTED.format(error.strerror))
        watch = Watch(process, board=self._board, exchanges=self._exchanges, limits=self._limits)
        self._hold(process)
        try:
            watch.until_end()
        except Unfit as unfit:
            return ModelStatus("lost", message=str(unfit))
        finally:
            self._hold(None)
            process.end()
        return self._mourn(watch)

    def _hold(self, process: Process | None) -> None:
        with self._lock:
            self._process = process
            if process is not None and self._closing.is_set():
                process.kill()

    def _mourn(self, watch: Watch) -> ModelStatus:
        """Count a death; return what follows from it."""
        now = time.monotonic()
        if watch.answers:
            self._deaths.answered()
        self._deaths.add(now, suspects=self._exchanges.begun(), loaded=self._board.status.phase == "ready")
        if self._deaths.unloadable():
            return ModelStatus("lost", message=_UNLOADABLE)
        if self._deaths.too_many(now):
            return ModelStatus("resting", message=_RESTING)
        return ModelStatus("loading", message=_ENDED)
