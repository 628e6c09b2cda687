"""Looking after one server: found, lost after repeated failures, looked for again until it is back.

Knows nothing of what is told. All but asked_again, failed and answered runs in the line's own thread.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, replace

from game.errors import ModelError, ModelLost
from game.llm.board import Board
from game.llm.remote.counting import LLAMA_CPP_PYTHON, Counts, find_way
from game.llm.remote.faults import Barred, OverWindow, fault_of
from game.llm.remote.line import Line
from game.llm.remote.manners import Manners
from game.llm.remote.served import Served, look
from game.story.model import ModelInfo, ModelStatus

_LOOK_S = 20.0
_FAILURES = 2
"""Replies in a row that fail before the server is given up."""
BACK_OFF_S = (2.0, 5.0, 15.0, 30.0, 60.0)
"""Seconds between two looks for a server that is lost."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that was found: what it serves, how it counts, what it does not take."""

    served: Served
    counts: Counts
    manners: Manners


class Attendant:
    """Keeps a model's status on the board."""

    def __init__(self, line: Line, board: Board, *, window: int) -> None:
        """Window is the most tokens of a prompt and its reply that the player wants."""
        self._line = line
        self._board = board
        self._window = window
        self._server: Server | None = None
        self._fault: ModelError = ModelLost("")
        self._failures = 0
        self._rounds = 0
        self._lost = asyncio.Event()
        self._woken = asyncio.Event()

    @property
    def server(self) -> Server:
        """Return the server that was found. Raises ModelError unless it is ready."""
        if self._server is None or self._board.status.phase != "ready":
            raise ModelError(self._board.status.message or "The server was not found yet; the author tells meanwhile.")
        return self._server

    def asked_again(self) -> None:
        """Look for the server now; the player asked for it."""
        if self._board.status.phase == "lost":
            self._board.show(ModelStatus("loading"))
            self._line.call(self._wake)

    def failed(self, fault: ModelError) -> None:
        """Note that a reply failed."""
        self._line.call(lambda: self._count(fault))

    def answered(self) -> None:
        """Note that a reply was told to its end."""
        self._line.call(self._forget)

    async def attend(self) -> None:
        """Look for the server, and again whenever it was lost, until the line is closed."""
        while True:
            if await self._find():
                await self._lost.wait()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._pause()):
                    await self._woken.wait()
            self._woken.clear()
            self._lost.clear()

    async def _find(self) -> bool:
        """Look for the server, put on the board what came of it, and return whether it is ready."""
        try:
            async with asyncio.timeout(_LOOK_S):
                self._server = await self._looked()
        except Exception as error:  # noqa: BLE001 - what a foreign server sends may break anything
            self._lose(fault_of(error, self._line.address))
            return False
        self._failures = 0
        self._board.show(ModelStatus("ready", progress=1.0), self._info(self._server.served))
        return True

    async def _looked(self) -> Server:
        """Return the server as it is now; one that serves the same as before is the same, with all that was learned."""
        served = await look(self._line)
        if self._server is not None and self._server.served.name == served.name:
            return replace(self._server, served=served)
        way = await find_way(self._line, served.name)
        manners = Manners(takes_one=way is LLAMA_CPP_PYTHON)
        return Server(served, Counts(self._line, served.name, way, manners), manners)

    def _info(self, served: Served) -> ModelInfo:
        window = min(self._window, served.window or self._window)
        return ModelInfo(served.title, served.parameters, window, self._line.address.digest(served.name))

    def _count(self, fault: ModelError) -> None:
        if isinstance(fault, OverWindow):
            self._narrow(fault.window)
        if isinstance(fault, ModelLost):
            self._failures += 1
        if isinstance(fault, Barred) or self._failures >= _FAILURES:
            self._lose(fault)

    def _narrow(self, window: int) -> None:
        """Learn that the window is smaller than was thought, so that the next prompt fits."""
        info = self._board.info
        if info is not None and 0 < window < info.window:
            self._window = window
            self._board.show(self._board.status, replace(info, window=window))

    def _lose(self, fault: ModelError) -> None:
        self._fault = fault
        self._board.show(ModelStatus("lost", message=str(fault)))
        self._lost.set()

    def _pause(self) -> float | None:
        """Return the seconds until the next look, or None where only the player can have changed something."""
        if not isinstance(self._fault, ModelLost):
            return None
        self._rounds += 1
        return BACK_OFF_S[min(self._rounds, len(BACK_OFF_S)) - 1]

    def _wake(self) -> None:
        self._forget()
        self._woken.set()

    def _forget(self) -> None:
        self._failures = self._rounds = 0
