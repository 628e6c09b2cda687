"""A small hub on loopback: it answers as the real one does for a big file, and can be told to misbehave.

Like the real one, it answers HEAD with the file's digest and sends GET on to a second address.
"""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

COMMIT = "1" * 40


@dataclass
class Hub:
    """What is served, how it fails, and what was asked of it."""

    content: bytes = b"GGUF" + bytes(range(256)) * 4000
    digest: str | None = None
    """Announced instead of the true one; "" announces none."""
    breaks_after: list[int] = field(default_factory=list)
    """Bytes after which the next answers break off, in turn."""
    status: int = 200
    ignores_ranges: bool = False
    endpoint: str = ""
    store: str = ""
    ranges: list[str] = field(default_factory=list)
    """The Range of each GET of the content, in order."""

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest() if self.digest is None else self.digest


@contextlib.contextmanager
def serving(hub: Hub) -> Iterator[Hub]:
    """Serve a hub and its store on two ports of loopback until the block ends."""
    with _server(_front(hub)) as endpoint, _server(_store(hub)) as store:
        hub.endpoint, hub.store = endpoint, store
        yield hub


@contextlib.contextmanager
def _server(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Quiet(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        pass

    def answer(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()


def _front(hub: Hub) -> type[BaseHTTPRequestHandler]:
    class Front(_Quiet):
        def do_HEAD(self) -> None:
            if hub.status != 200:
                self.answer(hub.status, {"X-Error-Message": "no", "Content-Length": "0"})
                return
            digest = {"X-Linked-Etag": f'"{hub.sha256}"'} if hub.sha256 else {}
            size = {"X-Linked-Size": str(len(hub.content)), "Content-Length": "0"}
            self.answer(302, {"Location": f"{hub.store}/file", "X-Repo-Commit": COMMIT, **digest, **size})

        def do_GET(self) -> None:
            self.do_HEAD()

    return Front


def _store(hub: Hub) -> type[BaseHTTPRequestHandler]:
    class Store(_Quiet):
        def do_GET(self) -> None:
            asked = self.headers["Range"]
            hub.ranges.append(asked)
            start = 0 if hub.ignores_ranges else int(asked.removeprefix("bytes=").removesuffix("-"))
            piece = hub.content[start:]
            self.answer(200 if hub.ignores_ranges else 206, {"Content-Length": str(len(piece))})
            if not hub.breaks_after:
                self.wfile.write(piece)
                return
            self.wfile.write(piece[: hub.breaks_after.pop(0)])
            self.close_connection = True

    return Store
