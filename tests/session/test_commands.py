"""Commands from outside the story: what they answer, by slash and by the words players use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.session.opening import open_session
from game.session.session import Session
from game.session.turn_events import Answered, Left
from game.story.model import LanguageModel
from game.story.passages import Opened
from tests.kit import inn
from tests.scripted import ScriptedModel


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Yield a run without a model."""
    session = open_session(inn(), tmp_path, None, run="test", seed=7)
    list(session.begin())
    yield session
    session.close()


def answers(session: Session, words: str) -> list[str]:
    """Return what is answered to words."""
    return [event.text for event in session.submit(words) if isinstance(event, Answered)]


@pytest.mark.parametrize("words", ["/inventory", "inventory", "i", "INV"])
def test_what_is_carried_can_be_asked_without_a_turn(session: Session, words: str) -> None:
    assert answers(session, words) == ["You carry nothing."]
    list(session.submit("take lamp"))
    assert answers(session, words) == ["You carry: brass lamp."]
    assert session.run.current().depth == 1


def test_help_and_undo_need_no_slash(session: Session) -> None:
    list(session.submit("take lamp"))
    assert "Words that work:" in answers(session, "help")[0]
    assert answers(session, "undo") == ["You are back before “take lamp”."]
    assert list(session.submit("quit")) == [Left()]


def test_taking_what_one_has_says_so(session: Session) -> None:
    list(session.submit("take lamp"))
    assert answers(session, "take the lamp") == ["You have the brass lamp already."]


def test_words_nobody_has_an_answer_for_are_let_go_by_first(session: Session) -> None:
    told = [event.passage.text for event in session.submit("anna, is it late?") if isinstance(event, Opened)]
    assert told == ["Anna lets that go by.", "We are full."]
    assert [event.passage.text for event in session.submit("talk to anna") if isinstance(event, Opened)] == [
        "Mind the step."
    ]


def test_a_scene_that_goes_on_is_not_told_again(session: Session) -> None:
    told = [
        event.passage.text
        for words in ("ask for time", "wait")
        for event in session.submit(words)
        if isinstance(event, Opened)
    ]
    assert "Anna holds out a hand." not in told


def test_a_retelling_that_reads_the_same_says_so(tmp_path: Path) -> None:
    model: LanguageModel = ScriptedModel(parameters=135_000_000)
    session = open_session(inn(), tmp_path, model, run="test", seed=7)
    list(session.begin())
    list(session.submit("take lamp"))
    assert "comes out the same" in answers(session, "/retry")[0]
    session.close()


def test_a_model_that_was_given_up_can_be_woken(tmp_path: Path) -> None:
    model = ScriptedModel()
    session = open_session(inn(), tmp_path, model, run="test", seed=7)
    assert answers(session, "/wake") == ["The model is given another chance."]
    assert model.woken == 1
    session.close()


def test_without_a_model_there_is_nobody_to_wake(session: Session) -> None:
    assert answers(session, "/wake") == ["No model was asked to tell this run."]


def test_hints_grow_plainer_as_they_are_asked_for(tmp_path: Path) -> None:
    world = inn('[quest.oil]\nname = "Oil"\ngoal = "Find oil."\ndone = "has(ring)"\nhints = ["Smell.", "Below."]')
    session = open_session(world, tmp_path, None, run="test", seed=7)
    list(session.begin())
    assert [answers(session, "/hint") for _ in range(3)] == [["Oil: Smell."], ["Oil: Below."], ["Oil: Below."]]
    session.close()


def test_no_hint_is_said_where_there_is_none(tmp_path: Path) -> None:
    session = open_session(inn(), tmp_path, None, run="test", seed=7)
    list(session.begin())
    assert answers(session, "hint") == ["There is nothing to hint at: no open quest has one."]
    session.close()
