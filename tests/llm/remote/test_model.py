"""A model on a server, as the game sees it."""

from __future__ import annotations

import os
import subprocess
import sys
from threading import Event, Thread

import pytest

from game.errors import ModelError
from game.llm.remote.address import parse_address
from game.llm.remote.counting import estimate
from game.llm.remote.model import RemoteModel
from game.llm.seeds import candidate_seed
from game.story.abilities import JOBS
from game.story.model import Chunk, Done, Message, Reply, Request, Weighing
from game.story.trust import trust_in
from tests.llm.hosts import PATIENCE_S, asking, told, until
from tests.llm.remote.acting import Actor, delta, events, give, hang, refuse, tell
from tests.llm.remote.models import started

HELLO = asking("be brief", "hello")
COST = {"prompt_tokens": 40, "completion_tokens": 7, "prompt_tokens_details": {"cached_tokens": 30}}


def test_a_reply_is_chunks_and_then_its_end(actor: Actor, model: RemoteModel) -> None:
    actor.acts.append(tell("The fog", " lifts.", usage=COST))
    *chunks, done = model.reply(HELLO)
    assert chunks == [Chunk("The fog"), Chunk(" lifts.")]
    assert isinstance(done, Done)
    assert (done.reason, done.prompt_tokens, done.read_tokens, done.written_tokens) == ("stop", 40, 10, 7)
    assert 0 < done.first_token_s <= done.total_s


def test_what_a_server_does_not_say_is_estimated(actor: Actor, model: RemoteModel) -> None:
    actor.acts.append(tell("The fog", " lifts."))
    _, done = told(model, HELLO)
    whole = sum(map(estimate, HELLO.messages))
    assert (done.prompt_tokens, done.read_tokens, done.written_tokens) == (whole, whole, 2)


def test_a_reply_that_was_cut_short_says_so(actor: Actor, model: RemoteModel) -> None:
    actor.acts.append(tell("The fog", reason="length"))
    assert told(model, HELLO)[1].reason == "length"


def test_candidates_are_asked_one_by_one_each_with_its_seed(actor: Actor, model: RemoteModel) -> None:
    actor.acts.extend(tell(word, usage=COST) for word in "abcd")
    texts, done = told(model, asking("be brief", "hello", candidates=4, seed=7))
    assert sorted(texts) == ["a", "b", "c", "d"]
    assert {body["seed"] for body in actor.bodies} == {candidate_seed(7, each) for each in range(4)}
    assert "n" not in actor.bodies[0]
    assert (done.prompt_tokens, done.written_tokens) == (40, 28)


def test_one_candidate_that_fails_does_not_cost_the_others(actor: Actor, model: RemoteModel) -> None:
    actor.acts.extend([tell("a"), refuse(413), tell("b"), tell("c")])
    texts, done = told(model, asking("be brief", "hello", candidates=4))
    assert len([text for text in texts if text]) == 3
    assert done.reason == "length"


def test_reading_ahead_asks_nothing(actor: Actor, model: RemoteModel) -> None:
    [done] = model.reply(asking("be brief", "hello", max_tokens=0))
    assert isinstance(done, Done)
    assert (done.reason, done.read_tokens) == ("stop", 0)
    assert actor.bodies == []


def test_a_reply_goes_on_without_telling_its_beginning_again(actor: Actor, model: RemoteModel) -> None:
    actor.acts.append(tell("The ", "fog", " lifts."))
    assert told(model, asking("be brief", "hello", "The fog"))[0] == [" lifts."]


def test_a_request_without_messages_is_refused(model: RemoteModel) -> None:
    with pytest.raises(ModelError, match="without messages"):
        told(model, Request("narrator", (), 1, 8))


def test_refused_extras_are_left_out_and_it_is_remembered(actor: Actor, model: RemoteModel) -> None:
    actor.acts.extend([refuse(400, "Unrecognized request argument supplied: min_p"), tell("yes")])
    assert told(model, HELLO)[0] == ["yes"]
    told(model, HELLO)
    assert ["min_p" in body for body in actor.bodies] == [True, False, False]


def test_what_a_server_names_next_is_left_out_too(actor: Actor, model: RemoteModel) -> None:
    actor.acts.extend(
        [refuse(422, "min_p: extra"), refuse(400, "Use 'max_completion_tokens', not max_tokens"), tell("yes")]
    )
    assert told(model, HELLO)[0] == ["yes"]
    assert actor.bodies[-1]["max_completion_tokens"] == 24


def test_extras_that_were_not_the_matter_are_kept(actor: Actor, model: RemoteModel) -> None:
    actor.acts.extend([refuse(400, "roles must alternate"), refuse(400, "roles must alternate")])
    with pytest.raises(ModelError, match=r"refused the request .400: “roles must alternate”"):
        told(model, HELLO)
    told(model, HELLO)
    assert "min_p" in actor.bodies[-1]


def test_a_prompt_over_the_window_narrows_it(actor: Actor, model: RemoteModel) -> None:
    actor.acts.append(refuse(400, "This model's maximum context length is 2048 tokens, however you requested 2100"))
    with pytest.raises(ModelError, match=r"over the window of the server at .* of 2048 tokens: set window"):
        told(model, HELLO)
    until(lambda: model.info is not None and model.info.window == 2048)
    assert model.status.phase == "ready"


def test_a_stream_that_breaks_before_its_first_word_is_asked_for_its_reason(actor: Actor, model: RemoteModel) -> None:
    over = refuse(400, "the request is too long", type="exceed_context_size_error", n_ctx=1024)
    actor.acts.extend([events(), over])
    with pytest.raises(ModelError, match="of 1024 tokens"):
        told(model, HELLO)
    assert [body["stream"] for body in actor.bodies] == [True, False]


@pytest.mark.parametrize(("gap", "asked"), [(False, 1), (True, 0)])
def test_ahead_of_need_a_server_on_this_machine_alone_is_asked(
    actor: Actor, model: RemoteModel, monkeypatch: pytest.MonkeyPatch, gap: bool, asked: int
) -> None:
    if gap:
        monkeypatch.setattr("game.llm.remote.address.Address.is_loopback", property(lambda _: False))
    *_, done = model.reply(HELLO, due=Event())
    assert isinstance(done, Done)
    assert (len(actor.bodies), done.reason) == ((1, "stop") if asked else (0, "cancelled"))


def test_what_is_told_ahead_gives_way_to_what_is_waited_for(actor: Actor, model: RemoteModel) -> None:
    actor.acts.append(hang("The "))
    ahead: list[Reply] = []
    thread = Thread(target=lambda: ahead.extend(model.reply(HELLO, due=Event())))
    thread.start()
    assert actor.seen.wait(PATIENCE_S)
    actor.acts.append(hang("It "))
    stop = Event()
    waited = Thread(target=lambda: list(model.reply(HELLO, stop)))
    waited.start()
    thread.join(PATIENCE_S)
    assert ahead[-1].reason == "cancelled"  # type: ignore[union-attr]
    stop.set()
    waited.join(PATIENCE_S)


def test_what_is_due_is_waited_for(actor: Actor, model: RemoteModel) -> None:
    due = Event()
    due.set()
    actor.acts.append(tell("now"))
    assert [each.text for each in model.reply(HELLO, due=due) if isinstance(each, Chunk)] == ["now"]


def test_the_models_digest_and_trust(model: RemoteModel) -> None:
    assert model.info is not None
    assert model.info.digest.startswith("remote:")
    assert trust_in(model.info, "en").jobs == frozenset(JOBS)


def test_before_it_is_started_and_after_it_is_closed_it_is_not_ready(actor: Actor) -> None:
    model = RemoteModel(parse_address(actor.url))
    assert (model.info, model.status.phase) == (None, "off")
    with pytest.raises(ModelError, match="not asked yet"):
        model.count([])
    model.close()
    model.start()
    model.wake()
    model.close()
    assert model.status.phase == "off"


def test_closing_while_telling_ends_the_reply(actor: Actor, model: RemoteModel) -> None:
    actor.acts.append(hang("The "))
    reply = model.reply(HELLO)
    assert next(reply) == Chunk("The ")
    model.close()
    with pytest.raises(ModelError, match="closed"):
        list(reply)
    assert actor.gone.wait(PATIENCE_S)


def test_a_key_goes_to_the_server_and_a_machine_is_not_told_of(actor: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "mine")
    monkeypatch.setenv("OPENAI_API_KEY", "other")
    with started(actor.url, key="sesame") as model:
        assert model.wait(PATIENCE_S)
        told(model, HELLO)
    with started(actor.url) as model:
        assert model.wait(PATIENCE_S)
    assert actor.headers[0]["Authorization"] == "Bearer sesame"
    allowed = {"host", "accept", "connection", "user-agent", "content-type", "content-length"}
    assert {name.lower() for name in actor.headers[-1]} <= allowed


def test_a_redirection_is_not_followed_with_the_key(actor: Actor) -> None:
    actor.others["/v1/models"] = refuse(307, headers={"Location": "http://elsewhere.example/v1/models"})
    with started(actor.url, key="sesame") as model:
        assert not model.wait(PATIENCE_S)
        assert "sends on to http://elsewhere.example/v1/models" in model.status.message


def test_messages_are_counted_as_the_server_counts_once(actor: Actor) -> None:
    actor.others["/extras/tokenize/count"] = give({"count": 5})
    with started(actor.url) as model:
        assert model.wait(PATIENCE_S)
        before = len(actor.paths)
        messages = [Message("user", "hello"), Message("user", "there"), Message("user", "hello")]
        assert model.count(messages) == model.count(messages) == [13, 13, 13]
        assert actor.paths[before:] == ["/extras/tokenize/count"] * 2


def test_a_server_that_lists_its_tokens_is_counted_by_them(actor: Actor) -> None:
    actor.others["/tokenize"] = give({"tokens": [1, 2, 3]})
    with started(actor.url) as model:
        assert model.wait(PATIENCE_S)
        assert model.count([Message("user", "hello")]) == [11]


def test_a_server_that_cannot_count_any_more_is_a_sentence(actor: Actor) -> None:
    actor.others["/tokenize"] = give({"count": 3})
    with started(actor.url) as model:
        assert model.wait(PATIENCE_S)
        actor.others["/tokenize"] = refuse(500, "out of memory")
        with pytest.raises(ModelError, match=r"failed .500: “out of memory”"):
            model.count([Message("user", "hello")])


@pytest.mark.parametrize(("text", "tokens"), [("", 8), ("abc", 9), ("abcd", 10), ("雾", 9), ("caf\udcc3", 10)])
def test_where_nobody_counts_it_is_estimated(model: RemoteModel, text: str, tokens: int) -> None:
    assert model.count([Message("user", text)]) == [tokens]


def test_a_server_that_takes_one_question_at_a_time_is_asked_one(actor: Actor) -> None:
    actor.others["/extras/tokenize/count"] = give({"count": 5})
    with started(actor.url) as model:
        assert model.wait(PATIENCE_S)
        *_, done = model.reply(HELLO, due=Event())
        assert (done.reason, actor.bodies) == ("cancelled", [])  # type: ignore[union-attr]
        actor.acts.append(hang("The "))
        reply = model.reply(asking("be brief", "hello", candidates=4))
        assert isinstance(next(reply), Chunk)
        assert len(actor.bodies) == 1
        reply.close()  # type: ignore[attr-defined]


def test_a_piece_that_is_none_is_passed_over(actor: Actor, model: RemoteModel) -> None:
    def act(exchange: object) -> None:
        exchange.begin()  # type: ignore[attr-defined]
        for value in (42, {"choices": None}, delta("yes"), {"choices": [{"finish_reason": "stop"}]}):
            exchange.value(value)  # type: ignore[attr-defined]
        exchange.end()  # type: ignore[attr-defined]

    actor.acts.append(act)
    assert told(model, HELLO)[0] == ["yes"]


def test_openai_is_imported_by_nothing_that_only_may_need_it() -> None:
    code = "import sys, game.cli.app, game.llm.choice; print({'openai', 'httpx2'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    assert said.stdout == "set()\n"


def test_a_server_does_not_say_how_likely_a_text_is(actor: Actor, model: RemoteModel) -> None:
    with pytest.raises(ModelError, match="does not say how likely"):
        model.weigh(Weighing("parser", HELLO.messages, ("go",)))
    assert actor.bodies == []
