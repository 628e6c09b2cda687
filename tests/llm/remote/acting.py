"""A server on loopback that answers chat completions as it is told to, or misbehaves: act by act."""

from __future__ import annotations

import contextlib
import json
import select
import socket
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.llm.hosts import PATIENCE_S

Json = dict[str, Any]
Act = Callable[["Exchange"], None]


@dataclass
class Actor:
    """What is served, the acts to come, and what was seen. Once no act is left, each reply is a short sentence."""

    models: object = field(default_factory=lambda: {"data": [{"id": "org/Big-7B"}, {"id": "org/Small-0.5B"}]})
    acts: deque[Act] = field(default_factory=deque)
    others: dict[str, Act] = field(default_factory=dict)
    """Acts for other paths, asked by any method; what is in none is 404."""
    bodies: list[Json] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    seen: threading.Event = field(default_factory=threading.Event)
    """Set when an act hangs."""
    gone: threading.Event = field(default_factory=threading.Event)
    """Set when the client hung up on an act that hangs."""
    over: threading.Event = field(default_factory=threading.Event)
    url: str = ""


class Exchange(BaseHTTPRequestHandler):
    """One request and its answer."""

    protocol_version = "HTTP/1.1"
    actor: Actor

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        self._note()
        if self.path in self.actor.others:
            self.actor.others[self.path](self)
        elif self.path == "/v1/models":
            self.answer(200, self.actor.models)
        else:
            self.answer(404, {"detail": "Not Found"})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._note()
        if self.path in self.actor.others:
            self.body = body
            self.actor.others[self.path](self)
        elif self.path == "/v1/chat/completions":
            self.actor.bodies.append(body)
            act = self.actor.acts.popleft() if self.actor.acts else tell("It is well.")
            act(self)
        else:
            self.answer(404, {"detail": "Not Found"})

    def _note(self) -> None:
        self.actor.paths.append(self.path)
        self.actor.headers.append(dict(self.headers.items()))

    def answer(self, status: int, value: object, **headers: str) -> None:
        """Answer with JSON."""
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, text in headers.items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(body)

    def begin(self) -> None:
        """Begin a stream of events."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def event(self, text: str) -> None:
        """Send one event."""
        self._piece(f"data: {text}\n\n".encode())

    def value(self, value: object) -> None:
        """Send a JSON value as an event."""
        self.event(json.dumps(value))

    def end(self) -> None:
        """End a stream as it should end."""
        self.event("[DONE]")
        self._piece(b"")

    def hang(self) -> None:
        """Say nothing more until the client hangs up."""
        self.actor.seen.set()
        while not self.actor.over.is_set():
            readable, _, _ = select.select([self.connection], [], [], 0.01)
            if readable and not self.connection.recv(1, socket.MSG_PEEK):
                self.actor.gone.set()
                break
        self.close_connection = True

    def _piece(self, piece: bytes) -> None:
        self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")


def delta(text: str) -> Json:
    """Return the value that brings a piece of text."""
    return {"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None}]}


def finish(reason: str) -> Json:
    """Return the value that says why a reply ended."""
    return {"choices": [{"index": 0, "delta": {}, "finish_reason": reason}]}


def tell(*pieces: str, reason: str = "stop", usage: Json | None = None) -> Act:
    """Tell pieces of text to their end."""

    def act(exchange: Exchange) -> None:
        exchange.begin()
        exchange.value({"choices": [{"index": 0, "delta": {"role": "assistant", "content": None}}]})
        for piece in pieces:
            exchange.value(delta(piece))
        exchange.value(finish(reason))
        if usage:
            exchange.value({"choices": [], "usage": usage})
        exchange.end()

    return act


def refuse(status: int, message: str = "no", *, headers: dict[str, str] | None = None, **error: object) -> Act:
    """Answer with a status and the words of an error."""

    def act(exchange: Exchange) -> None:
        exchange.answer(status, {"error": {"message": message, **error}}, **headers or {})

    return act


def give(value: object) -> Act:
    """Answer with JSON."""
    return lambda exchange: exchange.answer(200, value)


def hang(*pieces: str) -> Act:
    """Tell pieces of text, and hang; without any, before the answer has begun."""

    def act(exchange: Exchange) -> None:
        if pieces:
            exchange.begin()
        for piece in pieces:
            exchange.value(delta(piece))
        exchange.hang()

    return act


def die(*pieces: str) -> Act:
    """Tell pieces of text and break off."""

    def act(exchange: Exchange) -> None:
        exchange.begin()
        for piece in pieces:
            exchange.value(delta(piece))
        exchange.close_connection = True

    return act


def events(*texts: str) -> Act:
    """Send events as they stand, and end as a stream should."""

    def act(exchange: Exchange) -> None:
        exchange.begin()
        for text in texts:
            exchange.event(text)
        exchange.end()

    return act


@contextlib.contextmanager
def acting(actor: Actor, *, port: int = 0) -> Iterator[Actor]:
    """Serve an actor on loopback until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", port), type("Acted", (Exchange,), {"actor": actor}))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    actor.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield actor
    finally:
        actor.over.set()
        server.shutdown()
        thread.join(PATIENCE_S)
        server.server_close()
