"""A model on a server behind the LanguageModel protocol: whatever speaks the API of chat completions.

Knows nothing of HTTP: what is asked goes over a line, and comes back as pieces of text.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from threading import Event, Lock

from game.errors import ModelError
from game.llm.board import Board
from game.llm.remote.address import Address
from game.llm.remote.attendant import Attendant, Server
from game.llm.remote.counting import estimate
from game.llm.remote.desk import Asker, Desk
from game.llm.remote.line import Line
from game.llm.remote.telling import Ended, Patience, Telling
from game.story.model import Chunk, Done, Message, ModelInfo, ModelStatus, Reason, Reply, Request, Weighing

_WAIT_S = 0.02
_UNWEIGHED = "A model on a server does not say how likely a text is: the game's own words are understood."
_NOT_STARTED = "The server was not asked yet: the author's words tell until it is."


class RemoteModel:
    """A model on a server; any thread may call, and replies are told side by side."""

    def __init__(
        self, address: Address, *, key: str = "", window: int = 4096, patience: Patience | None = None
    ) -> None:
        """Describe the server; nothing is asked. window is the most tokens of a prompt and its reply together."""
        self._address = address
        self._key = key
        self._window = window
        self._patience = patience or Patience()
        self._board = Board()
        self._desk = Desk()
        self._lock = Lock()  # Guards the two below.
        self._attendant: Attendant | None = None
        self._line: Line | None = None
        self._is_closed = False

    @property
    def info(self) -> ModelInfo | None:
        return self._board.info

    @property
    def status(self) -> ModelStatus:
        return self._board.status

    def start(self) -> None:
        """Begin to look for the server in the background; see status, or wait."""
        with self._lock:
            if self._line is not None or self._is_closed:
                return
            self._board.show(ModelStatus("loading"))
            self._line = Line(self._address, self._key)
            self._attendant = Attendant(self._line, self._board, window=self._window)
            self._line.begin(self._attendant.attend)

    def wait(self, timeout_s: float) -> bool:
        return self._board.wait(timeout_s)

    def wake(self) -> None:
        if self._attendant is not None:
            self._attendant.asked_again()

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
            line, self._line, self._attendant = self._line, None, None
        if line is not None:
            line.close()
        self._board.show(ModelStatus("off"))

    def count(self, messages: Sequence[Message]) -> list[int]:
        """Return the tokens of each message with its scaffold: as the server counts, or estimated on the safe side."""
        attendant, _ = self._open()
        return attendant.server.counts.of(messages)

    def weigh(self, weighing: Weighing, stop: Event | None = None, due: Event | None = None) -> tuple[float, ...]:
        """Raise ModelError: chat completions tell the likelihood of what a model wrote, never of what it is given."""
        raise ModelError(_UNWEIGHED)

    def reply(self, request: Request, stop: Event | None = None, due: Event | None = None) -> Iterator[Reply]:
        """Yield Chunks, then one Done, as the protocol says; closing the iterator early cancels the rest.

        Nothing is read ahead: a server keeps prompts itself. What nobody waits for yet is asked of a server on this
        machine alone, one that takes several questions at once; from others it ends as cancelled, for they may be paid.
        """
        attendant, line = self._open()
        server, asker = attendant.server, Asker(stop, due)
        if not request.messages:
            raise ModelError("A request without messages cannot be told: this is a mistake of the program.")
        if not request.max_tokens or not (asker.is_waiting or self._takes_more(server)):
            yield _nothing(request, "cancelled" if request.max_tokens else "stop")
            return
        telling = Telling(request, line, served=server.served, manners=server.manners, patience=self._patience)
        try:
            with self._desk.seat(asker):
                if (yield from self._heard(telling, request, asker)):
                    attendant.answered()
        except ModelError as fault:
            attendant.failed(fault)
            raise
        finally:
            telling.cancel()

    def _open(self) -> tuple[Attendant, Line]:
        attendant, line = self._attendant, self._line
        if attendant is None or line is None:
            raise ModelError(_NOT_STARTED)
        return attendant, line

    def _takes_more(self, server: Server) -> bool:
        return self._address.is_loopback and not server.manners.takes_one

    def _heard(self, telling: Telling, request: Request, asker: Asker) -> Generator[Reply, None, bool]:
        """Yield a reply as it arrives; return whether it came to its end, and was not cancelled.

        Raises the fault of the first candidate when none was told to its end.
        """
        began = time.monotonic()
        first, ends = 0.0, list[Ended]()
        while len(ends) < request.candidates:
            if self._desk.dismisses(asker):
                yield _done("cancelled", request, ends, first, time.monotonic() - began)
                return False
            match telling.next(_WAIT_S):
                case Chunk() as chunk:
                    first = first or time.monotonic() - began
                    yield chunk
                case Ended() as end:
                    ends.append(end)
        faults = [end.fault for end in ends if end.fault]
        if len(faults) == len(ends):
            raise faults[0]
        reason: Reason = "length" if faults or any(end.is_cut for end in ends) else "stop"
        yield _done(reason, request, ends, first, time.monotonic() - began)
        return True


def _nothing(request: Request, reason: Reason) -> Done:
    return _done(reason, request, [], 0.0, 0.0)


def _done(reason: Reason, request: Request, ends: Sequence[Ended], first_s: float, total_s: float) -> Done:
    """Return the end of a reply, with what the server says it cost, else what can be seen of it."""
    usages = [end.usage for end in ends if end.usage]
    prompt = max((usage.prompt for usage in usages), default=0) or sum(map(estimate, request.messages))
    read = max((usage.prompt - usage.cached for usage in usages), default=prompt)
    written = sum(end.usage.written if end.usage else end.pieces for end in ends)
    return Done(reason, prompt, read if request.max_tokens else 0, written, first_s, total_s)
