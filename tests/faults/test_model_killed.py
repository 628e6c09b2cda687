"""The model's process is killed in the middle of a telling: the game goes on, the turn is kept, a new process tells."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Thread

import psutil
import pytest

from game.llm.child import child_command
from game.llm.host import LlamaHost
from game.session.opening import open_session
from game.session.session import Session
from game.session.turn_events import Committed, Told, TurnEvent
from game.story.passages import Grew, Opened, gather
from tests.kit import inn
from tests.llm.conftest import starter, tiny_path  # noqa: F401 - fixtures
from tests.llm.hosts import PATIENCE_S, QUICK, started, worker_of

_LOOK_S = 0.01


@pytest.fixture
def host(tiny_path: Path, tmp_path: Path) -> Iterator[LlamaHost]:  # noqa: F811
    """Yield a host of a tiny model, ready."""
    with started(tiny_path, tmp_path / "model.log", limits=QUICK) as host:
        assert host.wait(PATIENCE_S), host.status
        yield host


@pytest.fixture
def session(host: LlamaHost, tmp_path: Path) -> Iterator[Session]:
    """Yield a run that was begun in the author's words and is told by the model from here on."""
    begun = open_session(inn(), tmp_path / "saves", None, run="test", seed=7)
    list(begun.begin())
    begun.close()
    session = open_session(inn(), tmp_path / "saves", host, run="test", way="model")
    yield session
    session.close()


@pytest.fixture
def halting(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Have every worker stand still in its first telling, until the patch is undone."""

    def command(_module: str) -> list[str]:
        return child_command("tests.faults.halting")

    monkeypatch.setattr("game.llm.process.child_command", command)
    return monkeypatch


def told(events: list[TurnEvent]) -> list[tuple[str, str]]:
    """Return the passages of a turn, each with who wrote it."""
    passages = gather(event for event in events if isinstance(event, Opened | Grew))
    return [(passage.source, passage.text) for passage in passages]


def kill(worker: psutil.Process, *, once_it_tells: bool) -> None:
    """Kill a worker, at once or as soon as it stands still in its telling."""
    deadline = time.monotonic() + PATIENCE_S
    while once_it_tells and worker.status() != psutil.STATUS_STOPPED and time.monotonic() < deadline:
        time.sleep(_LOOK_S)
    worker.kill()


@pytest.mark.parametrize("once_it_tells", [False, True])
def test_killed_while_telling(
    halting: pytest.MonkeyPatch, session: Session, host: LlamaHost, once_it_tells: bool
) -> None:
    stream = session.submit("wait")
    events = [next(stream)]
    killed = worker_of(host)
    halting.undo()
    killer = Thread(target=partial(kill, killed, once_it_tells=once_it_tells))
    killer.start()
    events += list(stream)
    killer.join()

    assert isinstance(events[0], Committed)
    assert isinstance(events[-2], Told)
    assert told(events)[-1] == ("author", "Time passes.")
    assert session.run.current().depth == 1

    assert host.wait(PATIENCE_S)
    events = list(session.submit("look"))
    assert told(events)[0][0] == "model"
    assert worker_of(host).pid != killed.pid
    assert session.run.current().depth == 2


def test_five_deaths_cost_no_turn(session: Session, host: LlamaHost) -> None:
    for number in range(1, 6):
        stream = session.submit("wait" if number % 2 else "look")
        next(stream)
        worker_of(host).kill()
        list(stream)
        assert session.run.current().depth == number
        host.wake()
        assert host.wait(PATIENCE_S), host.status
    assert [turn.depth for turn in session.run.path()] == list(range(6))
