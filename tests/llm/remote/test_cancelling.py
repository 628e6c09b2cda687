"""A reply that nobody wants any more ends, and its server sees the connection closed."""

from __future__ import annotations

from threading import Event, Timer

import pytest

from game.llm.remote.model import RemoteModel
from game.story.model import Done
from tests.llm.hosts import PATIENCE_S, asking
from tests.llm.remote.acting import Act, Actor, hang, refuse


@pytest.mark.parametrize("act", [hang(), hang("The fog"), hang("")])
@pytest.mark.parametrize("candidates", [1, 4])
def test_a_stop_ends_it_in_the_midst_of_waiting_and_of_telling(
    actor: Actor, model: RemoteModel, act: Act, candidates: int
) -> None:
    actor.acts.extend([act] * candidates)
    stop = Event()
    reply = model.reply(asking("be brief", "hello", candidates=candidates), stop)
    timer = Timer(0.1, stop.set)
    timer.start()
    *_, done = reply
    timer.join()
    assert isinstance(done, Done)
    assert done.reason == "cancelled"
    assert actor.gone.wait(PATIENCE_S)
    assert model.status.phase == "ready"


def test_a_stop_ends_the_wait_for_another_try(actor: Actor, model: RemoteModel) -> None:
    stop = Event()
    stop.set()
    actor.acts.append(refuse(500))
    *_, done = model.reply(asking("be brief", "hello"), stop)
    assert isinstance(done, Done)
    assert (done.reason, done.written_tokens) == ("cancelled", 0)


def test_a_reply_that_is_let_go_is_cancelled(actor: Actor, model: RemoteModel) -> None:
    actor.acts.append(hang("The fog"))
    reply = model.reply(asking("be brief", "hello"))
    next(reply)
    reply.close()  # type: ignore[attr-defined]
    assert actor.gone.wait(PATIENCE_S)
