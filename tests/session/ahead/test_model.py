"""A model that is asked ahead: what fails before somebody waits is no telling, what fails after it is what it was."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from threading import Event

import pytest

from game.errors import ModelError, ModelLost
from game.session.ahead.model import AheadModel, Untold
from game.story.model import Chunk, Done, Message, ModelStatus, Reply, Request, Weighing
from game.story.stops import LateStop
from tests.scripted import ScriptedModel, SeededModel

ASK = Request("narrator", (Message("user", "Where am I?"),), seed=3, max_tokens=20)


def said(replies: Iterator[Reply]) -> str:
    """Return the words of a reply."""
    return "".join(each.text for each in replies if isinstance(each, Chunk))


def done_of(replies: Iterator[Reply]) -> Done:
    """Return the end of a reply."""
    (done,) = (each for each in replies if isinstance(each, Done))
    return done


def test_what_is_asked_is_asked_ahead_until_the_call_and_not_after_it() -> None:
    model = SeededModel()
    ahead = AheadModel(model)
    assert said(ahead.reply(ASK)) == "Hour 3. It goes by."
    assert ahead.call()
    assert said(ahead.reply(ASK)) == "Hour 3. It goes by."
    assert [each.due is not None for each in model.asked] == [True, False]


def test_a_call_makes_what_is_being_told_due() -> None:
    model = SeededModel(ahead=1)
    ahead = AheadModel(model)
    replies = ahead.reply(ASK)
    assert next(replies) == Chunk("Hour")
    assert ahead.call()
    assert said(replies) == " 3. It goes by."
    assert [each.is_ahead for each in model.asked] == [False]


@pytest.mark.parametrize("error", [ModelError("too long"), ModelLost("gone")])
def test_a_failure_before_the_call_is_no_telling(error: ModelError) -> None:
    ahead = AheadModel(ScriptedModel([error]))
    with pytest.raises(Untold):
        list(ahead.reply(ASK))
    assert ahead.is_given_up
    assert not ahead.call()


def test_neither_is_what_there_is_no_room_for() -> None:
    ahead = AheadModel(SeededModel(room=0))
    with pytest.raises(Untold):
        list(ahead.reply(ASK, Event()))
    assert not ahead.call()


def test_neither_is_what_a_model_that_is_not_ready_would_leave_to_the_author() -> None:
    for asked in (attrgetter("status"), attrgetter("info")):
        ahead = AheadModel(ScriptedModel(phase="loading"))
        with pytest.raises(Untold):
            asked(ahead)
        assert ahead.is_given_up


def test_a_count_that_fails_is_given_up_before_the_call_and_raised_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> list[int]:
        raise ModelLost("gone")

    model = ScriptedModel()
    monkeypatch.setattr(model, "count", fail)
    called, uncalled = AheadModel(model), AheadModel(model)
    assert called.call()
    with pytest.raises(ModelLost):
        called.count(ASK.messages)
    with pytest.raises(Untold):
        uncalled.count(ASK.messages)


def test_a_reply_that_its_teller_stops_is_told_as_far_as_it_came() -> None:
    stop = Event()
    stop.set()
    ahead = AheadModel(SeededModel())
    assert done_of(ahead.reply(ASK, stop)).reason == "cancelled"
    assert not ahead.is_given_up


def test_after_the_call_a_model_that_is_not_ready_is_what_it_is() -> None:
    model = ScriptedModel()
    ahead = AheadModel(model)
    assert ahead.call()
    model.status = ModelStatus("lost")
    assert (ahead.status.phase, ahead.info) == ("lost", None)


class Dying(SeededModel):
    """A model that fails what it was asked ahead when somebody begins to wait for it."""

    def __init__(self, ahead: AheadModel | None = None, *, words: int) -> None:
        super().__init__()
        self.caller = ahead
        self.words = words

    def _is_ended(self, asked: object, written: int) -> bool:
        if len(self.asked) == 1 and written == self.words and self.caller:
            self.caller.call()
            raise ModelLost("gone")
        return False


def test_what_fails_at_the_call_before_its_first_word_is_asked_for_again() -> None:
    model = Dying(words=0)
    model.caller = AheadModel(model)
    assert said(model.caller.reply(ASK)) == "Hour 3. It goes by."
    assert [each.due is not None for each in model.asked] == [True, False]
    assert model.requests[0] == model.requests[1]


def test_what_fails_after_the_call_and_its_first_word_is_raised() -> None:
    model = Dying(words=1)
    model.caller = AheadModel(model)
    with pytest.raises(ModelLost):
        list(model.caller.reply(ASK))
    assert len(model.asked) == 1


def test_how_much_of_a_reply_came_ahead_is_said() -> None:
    ahead = AheadModel(ScriptedModel(["Here and now.", "And there."]))
    whole = done_of(ahead.reply(ASK))
    assert whole.ahead_s == whole.total_s
    assert ahead.call()
    assert done_of(ahead.reply(ASK)).ahead_s == 0


def test_of_a_reply_that_became_due_only_what_came_before() -> None:
    ahead = AheadModel(SeededModel(ahead=1))
    replies = ahead.reply(ASK)
    next(replies)
    assert ahead.call()
    done = done_of(replies)
    assert 0 <= done.ahead_s < done.total_s


def test_closing_it_leaves_the_model_to_others() -> None:
    model = ScriptedModel()
    ahead = AheadModel(model)
    ahead.close()
    ahead.wake()
    assert (model.is_closed, model.woken, ahead.wait(0.0)) == (False, 1, True)


WEIGH = Weighing("told", (Message("user", "Where am I?"),), ("Here.",))


class Weighty(ScriptedModel):
    """Weighs so often as it has weights, and is asked ahead or not."""

    def __init__(self, *weights: tuple[float, ...] | ModelError) -> None:
        super().__init__()
        self.weights = list(weights)
        self.ahead: list[bool] = []

    def weigh(self, weighing: Weighing, stop: Event | None = None, due: Event | None = None) -> tuple[float, ...]:
        self.ahead.append(due is not None)
        if isinstance(found := self.weights.pop(0), ModelError):
            raise found
        return found


def test_what_is_weighed_is_weighed_ahead_until_the_call_and_not_after_it() -> None:
    model = Weighty((-1.0,), (-2.0,))
    ahead = AheadModel(model)
    assert ahead.weigh(WEIGH) == (-1.0,)
    assert ahead.call()
    assert ahead.weigh(WEIGH) == (-2.0,)
    assert model.ahead == [True, False]


def test_what_gave_way_while_it_was_weighed_is_weighed_again() -> None:
    model = Weighty((), (-1.0,))
    assert AheadModel(model).weigh(WEIGH) == (-1.0,)
    assert model.ahead == [True, True]


def test_what_is_lost_while_it_is_weighed_is_no_telling() -> None:
    ahead = AheadModel(Weighty(ModelLost("gone")))
    with pytest.raises(Untold):
        ahead.weigh(WEIGH)
    assert ahead.is_given_up


def test_a_model_that_does_not_weigh_may_tell_ahead_all_the_same() -> None:
    ahead = AheadModel(Weighty(ModelError("not said")))
    with pytest.raises(ModelError):
        ahead.weigh(WEIGH)
    assert not ahead.is_given_up


def test_ahead_of_the_call_no_time_is_waited() -> None:
    stop = LateStop(Event(), after_s=0.0)
    ahead = AheadModel(Weighty((-1.0,)))
    ahead.weigh(WEIGH, stop)
    assert not stop.is_set()
    assert ahead.call()
    assert stop.is_set()
