"""One reply on its way from a server: a stream for each candidate, all into one queue.

Knows nothing of who waits for it. Each candidate is a request of its own, not one of a request's n: so each has the
seed that is derived for it, and a server that knows no n tells as many; those that keep prompts read it once.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from concurrent.futures import Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue

import openai

from game.errors import ModelError, ModelLost
from game.llm.remote.body import body_of, goes_on, refused_in
from game.llm.remote.faults import OverWindow, fault_of, words_of
from game.llm.remote.line import Body, Line, Stream
from game.llm.remote.manners import Manners
from game.llm.remote.served import Served
from game.llm.remote.stream import Echo, Usage, reason_in, text_in, usage_in
from game.story.model import Chunk, Request

_PATH = "/chat/completions"
_BROKEN_OFF = "The server at {} broke off in the midst of a reply: see its own log."
_GIVEN_UP = "The model was closed while it was asked."


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: of silence before a candidate's first words, and after them; and between tries before the first."""

    first_s: float = 120.0
    silence_s: float = 30.0
    back_off_s: tuple[float, ...] = (0.5, 1.5)


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of one candidate: cut short or not, or the fault that ended it. pieces are those of its text."""

    candidate: int
    is_cut: bool = False
    pieces: int = 0
    usage: Usage | None = None
    fault: ModelError | None = None


class Telling:
    """A request's candidates, told side by side."""

    def __init__(self, request: Request, line: Line, *, served: Served, manners: Manners, patience: Patience) -> None:
        """Begin to ask. Raises ModelLost when the line is closed."""
        self._request = request
        self._line = line
        self._served = served
        self._manners = manners
        self._patience = patience
        self._begun: set[int] = set()
        self._queue: SimpleQueue[Chunk | Ended] = SimpleQueue()
        self._work = line.begin(self._tell_all)
        self._work.add_done_callback(self._lose)

    def next(self, timeout_s: float) -> Chunk | Ended | None:
        """Return what arrived next, or None when nothing did in time."""
        with contextlib.suppress(Empty):
            return self._queue.get(timeout=timeout_s)
        return None

    def cancel(self) -> None:
        """Hang up; the server sees its connections closed."""
        self._work.cancel()

    def _lose(self, work: Future[None]) -> None:
        if work.cancelled():
            for candidate in range(self._request.candidates):
                self._queue.put(Ended(candidate, fault=ModelLost(_GIVEN_UP)))

    # The rest runs in the line's own thread.

    async def _tell_all(self) -> None:
        await asyncio.gather(*map(self._tell, range(self._request.candidates)))

    async def _tell(self, candidate: int) -> None:
        try:
            self._queue.put(await self._tried(candidate))
        except ModelError as fault:
            self._queue.put(Ended(candidate, fault=fault))

    async def _tried(self, candidate: int) -> Ended:
        """Tell a candidate; what fails before its first words is tried again, what fails after them never."""
        for pause in self._patience.back_off_s:
            try:
                return await self._told(candidate)
            except ModelLost:
                if candidate in self._begun:
                    raise
            await asyncio.sleep(pause)
        return await self._told(candidate)

    async def _told(self, candidate: int) -> Ended:
        try:
            async with self._manners.turn(), await self._opened(candidate) as stream:
                return await self._heard_or_explained(candidate, stream)
        except Exception as error:  # What a foreign server sends may break anything.
            fault = fault_of(error, self._line.address, model=self._served.name, served=self._served.others)
            raise fault from error

    async def _opened(self, candidate: int) -> Stream:
        """Ask for a candidate, without what the server refuses; that is remembered once it takes the rest."""
        refused = self._manners.refused
        async with asyncio.timeout(self._patience.first_s):
            while True:
                body = self._body(candidate, refused)
                try:
                    stream = await self._line.stream(_PATH, body)
                except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                    more = refused_in(body, words_of(error))
                    if not more or isinstance(fault_of(error, self._line.address), OverWindow):
                        raise
                    refused |= more
                else:
                    self._manners.refused |= refused
                    return stream

    async def _heard_or_explained(self, candidate: int, stream: Stream) -> Ended:
        """Hear a stream to its end. Raises what hearing raises, or why the server broke off before the first words."""
        try:
            return await self._heard(candidate, stream)
        except (openai.APIError, ModelLost):
            if candidate not in self._begun:
                await self._require_takes(candidate)
            raise

    async def _require_takes(self, candidate: int) -> None:
        """Raise the client's error for a request that the server refuses.

        Some begin a stream before they look at the request, and can then only break it off; asked for a whole reply
        they say why.
        """
        body = {**self._body(candidate, self._manners.refused | {"stream_options"}), "stream": False}
        for _ in range(2):  # The first time it may be put to the connection that has just broken.
            with contextlib.suppress(openai.APIConnectionError, openai.InternalServerError):
                await self._line.post(_PATH, body)
                return

    def _body(self, candidate: int, refused: frozenset[str]) -> Body:
        return body_of(self._request, candidate, model=self._served.name, refused=refused)

    async def _heard(self, candidate: int, stream: Stream) -> Ended:
        """Put a stream's text into the queue as it arrives; return its end. Raises ModelLost when it has none."""
        echo = Echo(self._request.messages[-1].text if goes_on(self._request) else "")
        pieces, reason, usage = 0, "", None
        async for value in self._values(candidate, stream):
            text = text_in(value)
            pieces += bool(text)
            self._put(candidate, echo.pass_on(text))
            reason, usage = reason_in(value) or reason, usage_in(value) or usage
        if not reason:
            raise ModelLost(_BROKEN_OFF.format(self._line.address.host))
        self._put(candidate, echo.rest())
        return Ended(candidate, reason == "length", pieces, usage)

    async def _values(self, candidate: int, stream: Stream) -> AsyncIterator[object]:
        """Yield a stream's values. Raises TimeoutError after too long a silence."""
        values = aiter(stream)
        while True:
            limit = self._patience.silence_s if candidate in self._begun else self._patience.first_s
            async with asyncio.timeout(limit):
                value = await anext(values, None)
            if value is None:
                return
            yield value

    def _put(self, candidate: int, text: str) -> None:
        if text:
            self._begun.add(candidate)
            self._queue.put(Chunk(text, candidate))
