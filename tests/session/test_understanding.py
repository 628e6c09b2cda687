"""Words that the classic commands know nothing of: a model chooses, or asks back, and nothing is ever pretended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from game.session.opening import open_session
from game.session.session import Session
from game.session.turn_events import Answered, Committed, Offered, TurnEvent
from game.story.abilities import Trust
from game.story.model import Bounds, Message
from game.story.narrator import Way
from tests.kit import inn
from tests.scripted import ScriptedModel

WORLD = inn()
CLEAR, UNCLEAR = "well then, let us settle what is still to pay here", "settle somehow or ask, either is fine"
SINGLE = "have it out with the landlady"
GAINS = {CLEAR: ("Pay her",), UNCLEAR: ("Pay her", "Ask for time"), SINGLE: ("Talk to Anna",)}
BOUNDS = Bounds(trust=1.0, sure=0.85, asked=0.3)


def weighs(messages: Sequence[Message], text: str) -> float:
    """Find some commands likely by some words, and to wait by all others."""
    if messages[-1].text == "...":
        return -60.0
    return -30.0 if text in GAINS.get(messages[-1].text, ("Wait",)) else -60.0


def open_inn(saves: Path, *, way: Way | None = None, scales: bool = True, known: tuple[Trust, ...] = ()) -> Session:
    model = ScriptedModel(weighs=weighs if scales else None, bounds=BOUNDS, known=known)
    session = open_session(WORLD, saves, model, run="test", seed=7, way=way)
    list(session.begin())
    return session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = open_inn(tmp_path)
    yield session
    session.close()


def play(session: Session, *lines: str) -> list[TurnEvent]:
    """Submit lines; return the events of the last."""
    return [list(session.submit(line)) for line in lines][-1]


def choices(events: Sequence[TurnEvent]) -> list[tuple[str, ...]]:
    return [each.choices for each in events if isinstance(each, Offered)]


def answers(events: Sequence[TurnEvent]) -> str:
    return " ".join(each.text for each in events if isinstance(each, Answered))


def test_what_a_model_is_sure_of_is_a_turn(session: Session) -> None:
    events = play(session, CLEAR)
    assert events[0] == Committed(1, "Pay her")
    assert session.run.current().action == "choose pay"


def test_what_is_unclear_is_asked_and_spends_no_turn(session: Session) -> None:
    events = play(session, UNCLEAR)
    assert answers(events) == "Do you mean 1 “Pay her” or 2 “Ask for time”?"
    assert choices(events) == [("Pay her", "Ask for time")]
    assert session.run.current().depth == 0


@pytest.mark.parametrize("answer", ["2", "2.", "２", "ask for time"])
def test_a_question_is_answered_by_number_or_text(session: Session, answer: str) -> None:
    events = play(session, UNCLEAR, answer)
    assert events[0] == Committed(1, "Ask for time")
    assert choices(events) == [session.offered().choices]


def test_a_number_that_no_option_has_leaves_the_question(session: Session) -> None:
    events = play(session, UNCLEAR, "4")
    assert answers(events) == "There is no choice 4; there are 2."
    assert choices(events) == [("Pay her", "Ask for time")]
    assert play(session, "1")[0] == Committed(1, "Pay her")


def test_anything_else_drops_the_question_and_the_choices_have_their_numbers_again(session: Session) -> None:
    events = play(session, UNCLEAR, "asdf jkl")
    offered = session.offered().choices
    assert choices(events) == [offered]
    assert play(session, "2")[0] == Committed(1, offered[1])


@pytest.mark.parametrize("command", ["/help", "/inventory", "/choices"])
def test_a_command_drops_the_question_and_the_choices_are_offered_once(session: Session, command: str) -> None:
    assert choices(play(session, UNCLEAR, command)) == [session.offered().choices]


def test_another_question_takes_the_place_of_the_first(session: Session) -> None:
    assert answers(play(session, UNCLEAR, SINGLE)) == "Do you mean 1 “Talk to Anna”?"
    assert play(session, "1")[0] == Committed(1, "Talk to Anna")


def test_yes_answers_a_question_with_one_option_and_what_was_said_is_said(session: Session) -> None:
    assert play(session, SINGLE, "yes")[0] == Committed(1, "Talk to Anna")
    assert session.run.current().action == f"talk anna : {SINGLE}"


def test_a_question_is_not_saved(session: Session, tmp_path: Path) -> None:
    play(session, UNCLEAR)
    session.close()
    again = open_inn(tmp_path)
    third = again.offered().choices[2]
    assert play(again, "3")[0] == Committed(1, third)
    again.close()


def test_what_means_nothing_says_so_and_spends_no_turn(session: Session) -> None:
    events = play(session, "recite the capitals of Europe")
    assert "means nothing that can be done here" in answers(events)
    assert session.run.current().depth == 0


@pytest.mark.parametrize(("way", "scales"), [("authored", True), (None, False)], ids=["authored", "cannot say"])
def test_where_no_model_says_anything_the_words_speak_for_themselves(
    tmp_path: Path, way: Way | None, scales: bool
) -> None:
    session = open_inn(tmp_path, way=way, scales=scales)
    assert answers(play(session, UNCLEAR)) == "Do you mean 1 “Pay her”, 2 “Ask for time” or 3 “Go up: the room”?"
    assert "means nothing" in answers(play(session, "asdf jkl"))
    session.close()


def test_where_the_author_alone_tells_no_model_is_asked(tmp_path: Path) -> None:
    session = open_inn(tmp_path, way="authored")
    play(session, UNCLEAR)
    assert isinstance(session.narrator.model, ScriptedModel)
    assert session.narrator.model.weighings == []
    session.close()


def test_what_is_understood_without_a_model_does_not_ask_one(session: Session) -> None:
    session.resting.result()
    model = session.narrator.model
    assert isinstance(model, ScriptedModel)
    model.weighings.clear()
    play(session, "take lamp")
    session.resting.result()
    assert {each.messages[-1].text for each in model.weighings} <= {"..."}


@pytest.mark.parametrize("ahead", [True, False])
def test_what_may_be_typed_is_weighed_at_rest_only_where_nothing_is_told_ahead(tmp_path: Path, ahead: bool) -> None:
    model = ScriptedModel(weighs=weighs, bounds=BOUNDS)
    session = open_session(WORLD, tmp_path, model, run="test", seed=7, may_look_ahead=lambda: ahead)
    list(session.begin())
    session.resting.result()
    assert bool(model.weighings) != ahead
    session.close()


def test_a_model_that_is_not_trusted_to_choose_has_no_say(tmp_path: Path) -> None:
    session = open_inn(tmp_path, known=(Trust("en", frozenset({"scene"}), "trial"),))
    play(session, CLEAR)
    session.resting.result(timeout=60)
    session.close()
    assert isinstance(session.narrator.model, ScriptedModel)
    assert session.narrator.model.weighings == []
