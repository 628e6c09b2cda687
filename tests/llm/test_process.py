"""One worker process and the pipes to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.errors import ModelLost
from game.llm.process import Process, ProcessEnded
from game.llm.wire import MAX_BODY, Frame, WireError
from tests.llm.hosts import PATIENCE_S


@pytest.fixture
def process(tmp_path: Path) -> Iterator[Process]:
    """Yield a worker that was told nothing yet, and end it."""
    process = Process(log=tmp_path / "log")
    yield process
    process.end()


def order(path: Path) -> Frame:
    return {"is": "load", "path": str(path), "window": 512, "threads": 1, "gpu_layers": 0, "template": ""}


def test_what_is_sent_is_answered_and_the_end_is_heard(process: Process, tmp_path: Path) -> None:
    process.send(order(tmp_path / "none.gguf"))
    (answer,) = process.listen(PATIENCE_S)
    assert answer["is"] == "unfit"
    with pytest.raises(ProcessEnded):
        process.listen(PATIENCE_S)


def test_a_silence_is_no_frames(process: Process) -> None:
    assert process.listen(0.0) == []


def test_a_killed_process_is_heard_to_end(process: Process) -> None:
    process.kill()
    with pytest.raises(ProcessEnded):
        process.listen(PATIENCE_S)


def test_nothing_can_be_sent_to_a_process_that_ended(tmp_path: Path) -> None:
    process = Process(log=tmp_path / "log")
    process.end()
    with pytest.raises(ModelLost):
        process.send({"is": "cancel", "id": 1})


def test_a_frame_that_is_too_long_harms_nothing(process: Process, tmp_path: Path) -> None:
    with pytest.raises(WireError):
        process.send({"is": "text", "text": "x" * MAX_BODY})
    process.send(order(tmp_path / "none.gguf"))
    assert process.listen(PATIENCE_S)[0]["is"] == "unfit"
