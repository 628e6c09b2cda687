"""A model on llama-cpp-python's own server, with a tiny model behind it."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from threading import Event

import pytest

from game.errors import ModelError
from game.llm.remote.address import parse_address
from game.llm.remote.model import RemoteModel
from game.llm.remote.visit import visit
from game.loader.load import load_world
from game.session.opening import open_session
from game.session.turn_events import Told
from game.story.model import Chunk, Done, Message
from tests.llm.conftest import tiny_path  # noqa: F401 - a fixture
from tests.llm.hosts import PATIENCE_S, asking, told, until
from tests.llm.remote.models import started
from tests.llm.remote.ports import free_port

pytestmark = pytest.mark.skipif(
    not all(map(importlib.util.find_spec, ("fastapi", "uvicorn", "sse_starlette", "starlette_context"))),
    reason="llama-cpp-python's server is not installed",
)

WINDOW = 3072
WORLD = load_world(Path(__file__).parents[3] / "worlds" / "saltmarrow")


@pytest.fixture(scope="module")
def url(tiny_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: F811
    """Yield the address of a server that has the tiny model, and end it."""
    port = free_port()
    options = ["--model", str(tiny_path), "--port", str(port), "--n_ctx", str(WINDOW), "--n_threads", "1"]
    command = [sys.executable, "-P", "-m", "llama_cpp.server", *options]
    with (tmp_path_factory.mktemp("server") / "log").open("wb") as log:
        server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=os.environ)
        try:
            until(lambda: answers(port))
            yield f"http://127.0.0.1:{port}"
        finally:
            server.kill()
            server.wait()


@pytest.fixture
def model(url: str) -> Iterator[RemoteModel]:
    with started(url) as model:
        assert model.wait(PATIENCE_S), model.status
        yield model


def answers(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1.0):
        return True
    return False


def test_it_says_what_it_is(model: RemoteModel) -> None:
    assert model.info is not None
    assert (model.info.name, model.info.parameters, model.info.window) == ("tiny", 0, 4096)


def test_it_tells_to_the_limit(model: RemoteModel) -> None:
    texts, done = told(model, asking("be brief", "hello"))
    assert texts[0]
    assert done.reason == "length"
    assert 0 < done.written_tokens <= 24


def test_the_same_seed_tells_the_same_and_another_does_not(model: RemoteModel) -> None:
    texts = [told(model, asking("be brief", "hello", seed=seed))[0] for seed in (1, 1, 2)]
    assert texts[0] == texts[1] != texts[2]


def test_candidates_do_not_cut_each_other_off(model: RemoteModel) -> None:
    alone = told(model, asking("be brief", "hello", seed=5))[0][0]
    texts, _ = told(model, asking("be brief", "hello", seed=5, candidates=4))
    assert texts[0] == alone
    assert len(set(texts)) == 4


def test_a_stop_string_ends_a_reply_before_it(model: RemoteModel) -> None:
    text = told(model, asking("be brief", "hello"))[0][0]
    texts, done = told(model, asking("be brief", "hello", stop=(text[4],)))
    assert (texts[0], done.reason) == (text[: text.index(text[4])], "stop")


def test_a_stop_event_cancels_and_it_tells_again(model: RemoteModel) -> None:
    stop = Event()
    # No more: the server looks for whole characters in what it wrote, and a model that writes none keeps it busy.
    reply = model.reply(asking("be brief", "hello", max_tokens=100), stop)
    assert isinstance(next(reply), Chunk)
    stop.set()
    *_, done = reply
    assert isinstance(done, Done)
    assert done.reason == "cancelled"
    assert told(model, asking("be brief", "hello"))[0][0]


def test_its_counts_are_its_own(model: RemoteModel) -> None:
    short, long = model.count([Message("user", "abcde"), Message("user", "abcdefghij")])
    assert long - short == 5


def test_its_window_is_learned_from_what_it_refuses(url: str) -> None:
    with started(url) as model:
        assert model.wait(PATIENCE_S)
        with pytest.raises(ModelError, match=f"of {WINDOW} tokens"):
            told(model, asking("be brief", "hello " * 750))
        until(lambda: model.info is not None and model.info.window == WINDOW)


def test_a_visit_says_what_tells(url: str) -> None:
    text, advice = visit(parse_address(url), key="", window=4096)
    assert text.startswith("tiny, of a size it does not say, window 4096, trusted with ")
    assert "(en, by its size), answered in " in text
    assert advice == ""


def test_a_run_is_told_by_it(model: RemoteModel, tmp_path: Path) -> None:
    with closing(open_session(WORLD, tmp_path, model, run="test", seed=7, way="model")) as session:
        list(session.begin())
        [ended] = [event for event in session.submit("wait") if isinstance(event, Told)]
        [telling] = session.run.tellings(2)
    assert (telling.model.startswith("remote:"), telling.narrator, telling.text != "") == (True, "model", True)
    assert ended.replies[0].prompt_tokens > 100
