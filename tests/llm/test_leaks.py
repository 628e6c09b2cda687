"""The memory of the model's process after thousands of tellings."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from game.errors import ModelError
from game.llm.host import LlamaHost
from game.story.model import Request
from tests.llm.hosts import PATIENCE_S, asking, started, worker_of

TELLINGS = 2000
WARM = 400
GROWTH = 2**20
"""Bytes, two thirds of a kibibyte for each telling; samplers that are not freed take 15 times as much."""
WORDS = "Rain falls on the quay. " * 4


def test_two_thousand_tellings_leave_the_memory_as_it_was(tiny_path: Path, tmp_path: Path) -> None:
    with started(tiny_path, tmp_path / "log", window=1024) as host:
        assert host.wait(PATIENCE_S), host.status
        worker = worker_of(host)
        for number in range(WARM):
            tell(host, number)
        before = worker.memory_info().rss
        for number in range(WARM, TELLINGS):
            tell(host, number)
        assert worker.memory_info().rss - before < GROWTH
        assert host.status.phase == "ready"


def tell(host: LlamaHost, number: int) -> None:
    """Have something told of each kind by turns: alone, in candidates, only read, cancelled, and what does not fit."""
    slot, text = f"person:{number % 7}", f"{number % 97} {WORDS}"  # So few texts that all are kept after a while.
    asked: dict[int, Request] = {
        1: asking("Be.", WORDS, slot=slot, max_tokens=3, candidates=4, seed=number),
        2: asking("Be.", text, slot=slot, max_tokens=0),
        3: asking("Be.", text, slot=slot, max_tokens=200, seed=number),
        4: asking("Be.", "x" * 1100, slot=slot),
    }
    request = asked.get(number % 8, asking("Be.", text, slot=slot, max_tokens=3, seed=number))
    stop = Event()
    if number % 8 == 3:
        stop.set()
    try:
        for _ in host.reply(request, stop):
            pass
    except ModelError:
        assert number % 8 == 4
