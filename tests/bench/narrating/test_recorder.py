"""What a recorder notes of a request, and what it answers when nothing is to be computed."""

from __future__ import annotations

from threading import Event

from game.story.model import Chunk, Done, Message, Request
from tests.bench.narrating.recorder import Recorder
from tests.scripted import ScriptedModel

TELLING = Request("narrator", (Message("user", "Tell."),), 7, 220)
SETTLING = Request("narrator", (Message("user", "Tell."),), 7, 0)
LINES = Request("person:anna", (Message("user", "Say."),), 7, 48, candidates=4)


def test_what_was_asked_is_noted_with_what_it_cost() -> None:
    recorder = Recorder(ScriptedModel(["It rains."]))
    *_, done = recorder.reply(TELLING)
    assert [(each.request, each.done, each.is_telling) for each in recorder.asked] == [(TELLING, done, True)]


def test_a_telling_that_nobody_waits_for_is_not_the_turns() -> None:
    recorder = Recorder(ScriptedModel(["It rains."]))
    list(recorder.reply(TELLING, None, Event()))
    list(recorder.reply(SETTLING))
    assert [each.is_telling for each in recorder.asked] == [False, False]


def test_it_is_busy_until_the_last_reply_is_over() -> None:
    recorder = Recorder(ScriptedModel(["It rains."]))
    reply = recorder.reply(TELLING)
    next(reply)
    assert recorder.is_busy
    list(reply)
    assert not recorder.is_busy


def test_prepared_tellings_differ_and_all_else_is_empty() -> None:
    recorder = Recorder(ScriptedModel(), is_prepared=True)
    first, second = (next(iter(recorder.reply(TELLING))) for _ in range(2))
    assert isinstance(first, Chunk)
    assert first != second
    assert all(isinstance(reply, Done) for asked in (SETTLING, LINES) for reply in recorder.reply(asked))
    assert recorder.asked == []
