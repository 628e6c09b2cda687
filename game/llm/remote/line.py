"""The line to one server: an event loop in a thread of its own, and the client that asks in it.

Knows nothing of what is asked. A loop, for what waits in it can be given up at any moment, before a server's first word
too; and then its connection is closed, by which the server knows that it can stop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import CancelledError, Future
from threading import Lock, Thread
from typing import Any, TypeVar

import httpx2
import openai

from game import __version__
from game.errors import ModelLost
from game.llm.remote.address import Address

Body = dict[str, Any]
Stream = openai.AsyncStream[object]

_CONNECT_S = 5.0
_ANSWER_S = 10.0
_STREAM_S = 180.0
"""Seconds of silence that end any stream; whoever reads one has shorter limits."""
_CLOSING_S = 2.0
_CLOSED = "The model was closed while it was asked."
# The client would also tell of the machine and of the interpreter it runs on, and the environment may add to that.
_HEADERS = {"host", "accept", "connection", "content-type", "content-length"}

_Answer = TypeVar("_Answer")


class Line:
    """Asks one server; any thread may begin work, which then runs in the line's own."""

    def __init__(self, address: Address, key: str = "") -> None:
        """Start the thread; nothing is asked yet. The key goes to this server and nowhere else."""
        self.address = address
        self._key = key
        self._loop = asyncio.new_event_loop()
        self._lock = Lock()
        self._is_closed = False
        client = openai.AsyncOpenAI(
            api_key="-",  # The real one is put into each request's header below: this client never holds it.
            base_url=address.base,
            max_retries=0,  # Its own would wait two minutes where a server says so.
            http_client=httpx2.AsyncClient(
                follow_redirects=False,
                trust_env=not address.is_loopback,  # No proxy leads to this machine.
                event_hooks={"request": [self._dress]},
            ),
        )
        self._brief = client.with_options(timeout=httpx2.Timeout(_ANSWER_S, connect=_CONNECT_S))
        self._long = client.with_options(timeout=httpx2.Timeout(_STREAM_S, connect=_CONNECT_S))
        self._thread = Thread(target=self._loop.run_forever, name="model line", daemon=True)
        self._thread.start()

    def begin(self, work: Callable[[], Coroutine[Any, Any, _Answer]]) -> Future[_Answer]:
        """Begin work in the line's thread; cancel what is returned to give it up. Raises ModelLost once closed."""
        with self._lock:
            if self._is_closed:
                raise ModelLost(_CLOSED)
            return asyncio.run_coroutine_threadsafe(work(), self._loop)

    def ask(self, work: Callable[[], Coroutine[Any, Any, _Answer]]) -> _Answer:
        """Do work in the line's thread and return what comes of it. Raises as it does, and ModelLost once closed."""
        try:
            return self.begin(work).result()
        except CancelledError as error:
            raise ModelLost(_CLOSED) from error

    def call(self, function: Callable[[], object]) -> None:
        """Call a function in the line's thread, soon; nothing once closed."""
        with self._lock:
            if not self._is_closed:
                self._loop.call_soon_threadsafe(function)

    def close(self) -> None:
        """Give up all work, hang up and end the thread; safe to call twice."""
        with self._lock:
            if self._is_closed:
                return
            self._is_closed = True
        ended = asyncio.run_coroutine_threadsafe(self._end(), self._loop)
        ended.add_done_callback(lambda _: self._loop.call_soon_threadsafe(self._loop.stop))
        self._thread.join(_CLOSING_S)
        if not self._thread.is_alive():
            self._loop.close()

    # The rest runs in the line's own thread.

    async def get(self, path: str) -> object:
        """Return the JSON at a path under the API, or at a whole address. Raises the client's errors."""
        return await self._brief.get(path, cast_to=object)

    async def post(self, path: str, body: Body) -> object:
        """Return the JSON that answers a body. Raises the client's errors."""
        return await self._brief.post(path, body=body, cast_to=object)

    async def stream(self, path: str, body: Body) -> Stream:
        """Return the JSON values that answer a body one after the other. Raises the client's errors."""
        return await self._long.post(path, body=body, cast_to=object, stream=True, stream_cls=Stream)

    async def _dress(self, request: httpx2.Request) -> None:
        """Leave a request the headers that it needs, and give it the key."""
        for name in [name for name in request.headers if name.lower() not in _HEADERS]:
            del request.headers[name]
        request.headers["User-Agent"] = f"loreloom/{__version__}"
        if self._key:
            request.headers["Authorization"] = f"Bearer {self._key}"

    async def _end(self) -> None:
        own = asyncio.current_task()
        others = [task for task in asyncio.all_tasks() if task is not own]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._brief.close()
