"""What tests of the model host share: hosts that are closed, requests in few words, replies in one piece."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil

from game.llm.host import LlamaHost
from game.llm.limits import Limits
from game.llm.tuning import Tuning
from game.story.model import Chunk, Done, LanguageModel, Message, Request

PATIENCE_S = 60.0
QUICK = Limits(silence_s=1.5, factor=1.0, back_off_s=(0.05,), deaths_within_s=PATIENCE_S)


@contextmanager
def started(path: Path, log: Path, *, window: int = 4096, gpu_layers: int = 0, **options: Any) -> Iterator[LlamaHost]:
    """Yield a host that was told to start, and close it."""
    host = LlamaHost(path, log=log, tuning=Tuning(window=window, gpu_layers=gpu_layers), **options)
    host.start()
    try:
        yield host
    finally:
        host.close()


def asking(*said: str, slot: str = "narrator", **options: Any) -> Request:
    """Return a request: a system's message, then the user and the assistant by turns."""
    roles = ["system", *["user", "assistant"] * len(said)]
    messages = tuple(Message(role, text) for role, text in zip(roles, said, strict=False))  # type: ignore[arg-type]
    return Request(slot, messages, **{"seed": 1, "max_tokens": 24, **options})


def told(host: LanguageModel, request: Request) -> tuple[list[str], Done]:
    """Return each candidate's text, and the end."""
    texts = [""] * request.candidates
    *chunks, done = host.reply(request)
    for chunk in chunks:
        assert isinstance(chunk, Chunk)
        texts[chunk.candidate] += chunk.text
    assert isinstance(done, Done)
    return texts, done


def worker_of(host: LlamaHost) -> psutil.Process:
    """Return the host's process, once it has one that has not been buried."""
    found: list[psutil.Process] = []

    def has_one() -> bool:
        process = host._keeper._process
        with suppress(psutil.NoSuchProcess):
            found.extend([psutil.Process(process.pid)] if process else [])
        return bool(found)

    until(has_one)
    return found[0]


def until(true: Callable[[], bool]) -> None:
    """Wait until something is so; fails when it does not become so."""
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, "it did not become so"
        time.sleep(0.005)
