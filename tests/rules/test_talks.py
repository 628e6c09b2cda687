"""Being in talk with somebody: from the first word until one of the two goes, or another is spoken to."""

from __future__ import annotations

import pytest

from game.errors import IllegalAction
from game.rules.actions import Part, Talk, format_action, parse_action
from game.rules.apply import apply, begin_run, legal_actions
from game.rules.events import Parted
from game.rules.sight import talking_to
from game.rules.state import State, format_state, parse_state
from tests.kit import inn, play

WORLD = inn("""
[person.bert]
name = "Bert"
at = "hall"
says = ["Evening."]
schedule = [{ at = "yard", when = "time >= 3" }]
[[rule]]
after = "part bert"
tell = "He touches his cap."
[[rule]]
id = "nod"
when = "talking(bert) and time >= 2"
once = true
tell = "He nods."
""")


def partner(state: State) -> str:
    """Return the name of who is talked with, or nothing."""
    person = talking_to(WORLD, state)
    return person.name if person else ""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ((), ""),
        (("talk to anna",), "Anna"),
        (("talk to anna", "take lamp", "look"), "Anna"),
        (("talk to anna", "talk to bert"), "Bert"),
        (("talk to anna", "east"), ""),
        (("talk to anna", "east", "west"), ""),
        (("talk to anna", "bye"), ""),
        (("talk to bert", "wait", "wait"), ""),
    ],
)
def test_it_lasts_until_somebody_goes(words: tuple[str, ...], name: str) -> None:
    assert partner(play(WORLD, *words).state) == name


def test_taking_leave_is_an_event_that_takes_no_time_and_that_rules_see() -> None:
    state = play(WORLD, "talk to bert").state
    outcome = apply(WORLD, state, Part("bert"))
    assert outcome.events[0] == Parted("bert")
    assert outcome.state.time == state.time
    assert "He touches his cap." in [getattr(each, "text", "") for each in outcome.events]


def test_leave_can_be_taken_only_of_who_is_talked_with() -> None:
    state = play(WORLD, "talk to anna").state
    assert [each for each in legal_actions(WORLD, state) if isinstance(each, Part)] == [Part("anna")]
    with pytest.raises(IllegalAction):
        apply(WORLD, state, Part("bert"))


def test_conditions_can_ask_for_it() -> None:
    assert "He nods." in str(play(WORLD, "talk to bert", "wait").events)
    assert "He nods." not in str(play(WORLD, "talk to anna", "wait").events)


def test_it_is_kept_with_the_state() -> None:
    state = play(WORLD, "talk to anna").state
    assert partner(parse_state(format_state(state))) == "Anna"
    assert parse_action(format_action(Part("anna"))) == Part("anna")


def test_everybody_can_be_asked_what_they_remember_and_it_reveals_nothing() -> None:
    outcome = apply(WORLD, begin_run(WORLD, 7).state, Talk("anna", "you"))
    assert not outcome.state.is_marked("revealed", "you")
    assert partner(outcome.state) == "Anna"
