"""Everything that goes wrong with a server: what is said of it, what is tried again, and how it comes back."""

from __future__ import annotations

import pytest

from game.errors import ModelError, ModelLost
from game.llm.remote import attendant
from game.llm.remote.model import RemoteModel
from tests.llm.hosts import PATIENCE_S, asking, told, until
from tests.llm.remote.acting import Act, Actor, acting, die, events, hang, refuse, tell
from tests.llm.remote.models import QUICK, started
from tests.llm.remote.ports import free_port

HELLO = asking("be brief", "hello")


def lost_message(model: RemoteModel) -> str:
    until(lambda: model.status.phase == "lost")
    return model.status.message


def test_a_server_that_is_not_there_is_said_to_be_unreachable() -> None:
    port = free_port()
    with started(f"http://127.0.0.1:{port}") as model:
        assert not model.wait(PATIENCE_S)
        assert lost_message(model).startswith(f"The server at 127.0.0.1:{port} cannot be reached (")
        assert "(Connection refused): start it, or check" in model.status.message
        with pytest.raises(ModelError, match="cannot be reached"):
            told(model, HELLO)


def test_a_name_that_nobody_has_is_unreachable_too() -> None:
    with started("http://no-such-host.invalid") as model:
        assert not model.wait(PATIENCE_S)
        assert "cannot be reached" in lost_message(model)


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (refuse(401, "bad key"), "takes no request without the right key (401: “bad key”): set LORELOOM_API_KEY"),
        (refuse(403, "no"), "takes no request without the right key (403"),
        (refuse(404, "unknown"), "has no model 'org/Big-7B': nearest are org/Big-7B, org/Small-0.5B"),
    ],
)
def test_a_server_that_will_not_tell_is_given_up_until_the_player_asks(
    actor: Actor, model: RemoteModel, act: Act, sentence: str
) -> None:
    actor.acts.append(act)
    with pytest.raises(ModelError) as refused:
        told(model, HELLO)
    assert sentence in str(refused.value)
    assert sentence in lost_message(model)
    model.wake()
    assert model.wait(PATIENCE_S)
    assert told(model, HELLO)[0] == ["It is well."]


def test_a_key_is_in_no_sentence(actor: Actor) -> None:
    actor.others["/v1/models"] = refuse(401)
    with started(actor.url, key="sesame") as model:
        assert "sesame" not in lost_message(model)
        assert "sesame" not in repr(model.status)


@pytest.mark.parametrize("act", [refuse(429, "slow down"), refuse(503, "loading"), die(), events()])
def test_what_fails_before_the_first_word_is_tried_again(actor: Actor, model: RemoteModel, act: Act) -> None:
    actor.acts.extend([act, tell("yes")])
    assert "".join(told(model, HELLO)[0]) in {"yes", "It is well."}
    assert model.status.phase == "ready"


@pytest.mark.parametrize(("status", "sentence"), [(429, "takes no more requests now"), (500, "failed (500")])
def test_it_is_tried_three_times_and_no_more(actor: Actor, model: RemoteModel, status: int, sentence: str) -> None:
    actor.acts.extend([refuse(status, "sorry")] * 3)
    with pytest.raises(ModelLost) as lost:
        told(model, HELLO)
    assert sentence in str(lost.value)
    assert len(actor.bodies) == 3


def test_what_fails_after_the_first_word_is_not_tried_again(actor: Actor, model: RemoteModel) -> None:
    actor.acts.append(die("The fog"))
    with pytest.raises(ModelLost):
        told(model, HELLO)
    assert len(actor.bodies) == 1


def test_a_stream_without_an_end_was_broken_off(actor: Actor, model: RemoteModel) -> None:
    actor.acts.append(events('{"choices": [{"delta": {"content": "The fog"}}]}'))
    with pytest.raises(ModelLost, match="broke off in the midst"):
        told(model, HELLO)


def test_an_error_within_a_stream_is_told_in_the_servers_words(actor: Actor, model: RemoteModel) -> None:
    actor.acts.append(
        events('{"choices": [{"delta": {"content": "The"}}]}', '{"error": {"message": "GPU\\u001b[2J lost"}}')
    )
    with pytest.raises(ModelLost, match=r"broke off: “GPU\[2J lost”"):
        told(model, HELLO)


def test_garbage_is_no_reply(actor: Actor, model: RemoteModel) -> None:
    actor.acts.extend([events("<html>")] * 6)
    with pytest.raises(ModelLost, match="answers what no model server would"):
        told(model, HELLO)


def test_a_servers_words_are_cleaned_and_cut_short(actor: Actor, model: RemoteModel) -> None:
    actor.acts.extend([refuse(500, "\x1b]52;c;" + "long " * 200)] * 3)
    with pytest.raises(ModelLost) as lost:
        told(model, HELLO)
    assert str(lost.value).isprintable()
    assert len(str(lost.value)) < 300


@pytest.mark.parametrize("act", [hang(), hang("The fog")])
def test_a_silence_is_not_waited_out(actor: Actor, act: Act) -> None:
    with started(actor.url, patience=QUICK) as model:
        assert model.wait(PATIENCE_S)
        actor.acts.extend([act] * 3)
        with pytest.raises(ModelLost, match="silent for too long"):
            told(model, HELLO)
        assert actor.gone.wait(PATIENCE_S)


def test_after_two_failures_the_server_is_lost_and_comes_back_by_itself(
    actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attendant, "BACK_OFF_S", (0.02,))
    with started(actor.url) as model:
        assert model.wait(PATIENCE_S)
        actor.acts.extend([die("The fog")] * 2)
        for _ in range(2):
            with pytest.raises(ModelLost):
                told(model, HELLO)
        until(lambda: actor.paths.count("/v1/models") == 2)
        until(lambda: model.status.phase == "ready")
        assert told(model, HELLO)[0] == ["It is well."]


def test_one_failure_does_not_lose_the_server(actor: Actor, model: RemoteModel) -> None:
    for _ in range(3):
        actor.acts.append(die("The fog"))
        with pytest.raises(ModelLost):
            told(model, HELLO)
        told(model, HELLO)
    assert model.status.phase == "ready"


def test_a_server_that_starts_later_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attendant, "BACK_OFF_S", (0.02,))
    port = free_port()
    with started(f"http://127.0.0.1:{port}") as model:
        lost_message(model)
        with acting(Actor(), port=port):
            until(lambda: model.status.phase == "ready")


def test_a_server_that_is_woken_is_looked_for_at_once() -> None:
    port = free_port()
    with started(f"http://127.0.0.1:{port}") as model:
        lost_message(model)
        with acting(Actor(), port=port):
            model.wake()
            until(lambda: model.status.phase == "ready")


def test_a_server_without_tls_is_asked_without_it(actor: Actor) -> None:
    with started(actor.url.replace("http:", "https:")) as model:
        assert "does not speak TLS" in lost_message(model)


def test_a_model_that_is_closed_hangs_up(actor: Actor) -> None:
    actor.others["/v1/models"] = hang()
    with started(actor.url):
        assert actor.seen.wait(PATIENCE_S)
    assert actor.gone.wait(PATIENCE_S)
