"""The model's process killed, stopped, starved and given bad files: the game goes on, and the model comes back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from game.errors import ModelError, ModelLost
from game.llm.host import LlamaHost
from game.llm.limits import Limits
from game.llm.process import Process
from game.llm.wire import Unpacker, pack
from game.story.model import Chunk
from tests.llm.hosts import PATIENCE_S, QUICK, asking, started, told, until, worker_of
from tests.llm.tiny_gguf import write_llama

ENDLESS = 16_000
BYSTANDER = """
import sys
from pathlib import Path
from tests.llm.hosts import asking, started, worker_of
with started(Path(sys.argv[1]), Path(sys.argv[2]), window=16_384) as host:
    host.wait(60)
    reply = host.reply(asking("Be.", "Who?", max_tokens=16_000))
    next(reply)
    print(worker_of(host).pid, flush=True)
    list(reply)
"""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a model that talks for seconds when nobody stops it."""
    return write_llama(tmp_path_factory.mktemp("model") / "m.gguf", window=16_384, layers=8)


@pytest.fixture
def host(model: Path, tmp_path: Path) -> Iterator[LlamaHost]:
    """Yield a host that is ready and has little patience."""
    with started(model, tmp_path / "log", window=16_384, limits=QUICK) as host:
        assert host.wait(PATIENCE_S), host.status
        yield host


def lose(host: LlamaHost, number: int, *, deadly: signal.Signals = signal.SIGKILL) -> None:
    """Have the process die, or stand still, while it tells."""
    reply = host.reply(asking("Be.", f"Tell {number}.", max_tokens=ENDLESS))
    assert isinstance(next(reply), Chunk)
    worker_of(host).send_signal(deadly)
    with pytest.raises(ModelLost, match="is started again"):
        list(reply)


def test_a_death_while_telling_is_told_and_made_good(host: LlamaHost) -> None:
    before = worker_of(host).pid
    lose(host, 1)
    assert host.wait(PATIENCE_S)
    assert told(host, asking("Be.", "Tell 1."))[1].reason == "length"
    assert worker_of(host).pid != before


def test_a_death_while_idle_is_made_good(host: LlamaHost) -> None:
    worker = worker_of(host)
    worker.kill()
    until(lambda: host.status.phase == "loading")
    assert host.wait(PATIENCE_S)
    told(host, asking("Be.", "Who?"))


def test_a_process_that_stands_still_is_replaced(host: LlamaHost) -> None:
    stuck = worker_of(host)
    lose(host, 1, deadly=signal.SIGSTOP)
    assert not psutil.pid_exists(stuck.pid)
    assert host.wait(PATIENCE_S)


def test_a_long_request_to_a_process_that_stands_still_does_not_hang(host: LlamaHost) -> None:
    worker_of(host).suspend()
    with pytest.raises(ModelLost):
        told(host, asking("x" * 1_000_000, "Who?"))


def test_a_process_that_stands_still_with_nothing_to_do_is_left_alone(host: LlamaHost) -> None:
    worker = worker_of(host)
    worker.suspend()
    time.sleep(2 * QUICK.silence_s)
    worker.resume()
    told(host, asking("Be.", "Who?"))
    assert worker_of(host).pid == worker.pid


def test_a_request_that_killed_twice_is_not_asked_again(host: LlamaHost) -> None:
    for _ in range(2):
        lose(host, 1)
        assert host.wait(PATIENCE_S)
    with pytest.raises(ModelError, match="not asked again"):
        told(host, asking("Be.", "Tell 1.", max_tokens=ENDLESS))
    told(host, asking("Be.", "Tell 2."))


def test_three_deaths_in_a_minute_rest_until_the_player_wakes_it(host: LlamaHost) -> None:
    for _ in range(3):
        assert host.wait(PATIENCE_S)
        worker_of(host).kill()
        until(lambda: host.status.phase != "ready")
    until(lambda: host.status.phase == "resting")
    with pytest.raises(ModelError, match="wake the model"):
        told(host, asking("Be.", "Who?"))
    host.wake()
    assert host.wait(PATIENCE_S)
    told(host, asking("Be.", "Who?"))


def test_a_death_while_loading_is_made_good(model: Path, tmp_path: Path) -> None:
    with started(model, tmp_path / "log", limits=QUICK) as host:
        worker_of(host).kill()
        assert host.wait(PATIENCE_S)


def test_a_load_that_kills_twice_is_not_tried_again(model: Path, tmp_path: Path) -> None:
    with started(model, tmp_path / "log", limits=QUICK) as host:
        first = worker_of(host)
        first.kill()
        first.wait()
        until(lambda: host._keeper._process is not None and worker_of(host).pid != first.pid)
        worker_of(host).kill()
        assert not host.wait(PATIENCE_S)
        assert (host.status.phase, "choose another model" in host.status.message) == ("lost", True)
        host.wake()
        assert host.wait(PATIENCE_S)


def test_a_load_that_stands_still_is_ended(model: Path, tmp_path: Path) -> None:
    limits = Limits(load_silence_s=0.5, back_off_s=(0.05,))
    with started(model, tmp_path / "log", limits=limits) as host:
        stuck = worker_of(host)
        stuck.suspend()
        stuck.wait(PATIENCE_S)


def test_closing_while_loading_leaves_no_process(model: Path, tmp_path: Path) -> None:
    with started(model, tmp_path / "log") as host:
        worker = worker_of(host)
    assert not psutil.pid_exists(worker.pid)


def test_closing_while_telling_ends_the_reply(host: LlamaHost) -> None:
    reply = host.reply(asking("Be.", "Who?", max_tokens=ENDLESS))
    next(reply)
    host.close()
    with pytest.raises(ModelLost, match="closed"):
        list(reply)


BROKEN = {
    "empty": (b"", "is not a GGUF file"),
    "a text": (b"once upon a time", "is not a GGUF file"),
    "nothing behind its name": (b"GGUF", "could not be loaded"),
    "noise behind its name": (b"GGUF" + bytes(range(256)) * 40, "could not be loaded"),
}


@pytest.mark.parametrize(("content", "why"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_in_a_sentence(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "m.gguf").write_bytes(content)
    assert_refused(tmp_path / "m.gguf", why)


@pytest.mark.parametrize("part", [0.01, 0.2, 0.6, 0.99])
def test_a_file_cut_short_is_refused_in_a_sentence(model: Path, tmp_path: Path, part: float) -> None:
    whole = model.read_bytes()
    (tmp_path / "m.gguf").write_bytes(whole[: int(part * len(whole))])
    assert_refused(tmp_path / "m.gguf", "is damaged")


def test_a_missing_file_and_a_folder_are_refused_in_a_sentence(tmp_path: Path) -> None:
    assert_refused(tmp_path / "none.gguf", "There is no model file")
    assert_refused(tmp_path, "There is no model file")


def test_a_model_without_a_chat_template_is_refused_in_a_sentence(tmp_path: Path) -> None:
    assert_refused(write_llama(tmp_path / "m.gguf", template=""), "carries no chat template")


def test_a_llama_cpp_that_cannot_be_imported_is_told_in_a_sentence(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "llama_cpp.py").write_text("raise ImportError('libgomp is missing')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert_refused(model, "llama.cpp could not be loaded (libgomp is missing)")


def test_a_gpu_that_killed_the_process_is_left_alone_the_next_time(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[int] = []
    monkeypatch.setattr(Process, "send", lambda _, frame: sent.append(frame["gpu_layers"]))
    with started(model, tmp_path / "log", limits=QUICK, gpu_layers=-1) as host:
        worker_of(host).kill()
        until(lambda: len(sent) == 2)
    assert sent == [-1, 0]


def assert_refused(path: Path, why: str) -> None:
    with started(path, path.parent / "log") as host:
        assert not host.wait(PATIENCE_S)
        assert (host.status.phase, why in host.status.message) == ("lost", True), host.status
        assert host.status.message.count("\n") == 0


def test_a_log_that_cannot_be_written_costs_only_the_log(model: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with started(model, tmp_path / "file" / "log") as host:
        assert host.wait(PATIENCE_S)


def test_what_llama_cpp_says_is_in_the_log_and_nowhere_else(
    model: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with started(model, tmp_path / "log") as host:
        assert host.wait(PATIENCE_S)
    assert "general.name" in (tmp_path / "log").read_text()
    assert capfd.readouterr() == ("", "")


def test_a_log_that_grew_long_is_begun_anew(model: Path, tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(bytes(2 << 20))
    with started(model, tmp_path / "log") as host:
        assert host.wait(PATIENCE_S)
    assert (tmp_path / "log").stat().st_size < 1 << 20


def test_hundreds_of_requests_need_no_more_memory_than_the_first(tmp_path: Path) -> None:
    with started(write_llama(tmp_path / "m.gguf"), tmp_path / "log") as host:
        assert host.wait(PATIENCE_S)
        first = memory_after(host, range(60))
        assert memory_after(host, range(60, 260)) < first + (2 << 20)


def memory_after(host: LlamaHost, numbers: range) -> int:
    """Return the bytes the process holds after some requests of all kinds."""
    for number in numbers:
        slot, candidates = f"person:{number % 20}", 1 + number % 3
        told(host, asking("Be.", "Who? " * (number % 50), slot=slot, candidates=candidates))
    return int(worker_of(host).memory_info().rss)


def test_no_process_outlives_a_game_that_was_killed(model: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", BYSTANDER, str(model), str(tmp_path / "log")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as game:
        assert game.stdout is not None
        worker = psutil.Process(int(game.stdout.readline()))
        game.kill()
    worker.wait(PATIENCE_S)


def test_the_end_of_the_pipe_ends_a_process_that_is_computing(model: Path) -> None:
    order = {"is": "load", "path": str(model), "window": 16_384, "threads": 1, "gpu_layers": 0, "template": ""}
    command = [sys.executable, "-m", "game.llm.worker"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        worker.stdin.write(pack(order))
        worker.stdin.flush()
        unpacker = Unpacker()
        while not any(frame["is"] == "ready" for frame in unpacker.feed(os.read(worker.stdout.fileno(), 1 << 16))):
            pass
        worker.stdin.close()
        assert worker.wait(PATIENCE_S) == 0
