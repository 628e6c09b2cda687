"""State, actions and events as text: what is written can be read again, and nothing else can."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.actions import (
    Action,
    Choose,
    Drop,
    Examine,
    Give,
    Go,
    Look,
    Take,
    Talk,
    Wait,
    format_action,
    parse_action,
)
from game.rules.apply import begin_run
from game.rules.events import Began, Changed, Refused, Talked, format_events, parse_events
from game.rules.state import digest, format_state, parse_state
from tests.kit import inn, play

ACTIONS: list[Action] = [
    Choose("bill.2"),
    Go("north"),
    Go("北"),
    Take("lamp"),
    Drop("lamp"),
    Give("lamp", "anna"),
    Talk("anna"),
    Talk("anna", "guest"),
    Talk("anna", "", "who : are you?"),
    Talk("anna", "guest", "who is upstairs?"),
    Talk("anna", offer="dishes"),
    Talk("anna", offer="anna.2", words="a + b : c"),
    Talk("anna", "guest", offer="dishes"),
    Examine("lamp"),
    Look(),
    Wait(),
]


@pytest.mark.parametrize("action", ACTIONS, ids=format_action)
def test_an_action_round_trips(action: Action) -> None:
    assert parse_action(format_action(action)) == action


@given(st.text(min_size=1).filter(lambda words: words.strip()))
def test_any_spoken_words_round_trip(words: str) -> None:
    for action in (Talk("anna", "guest", words), Talk("anna", words=words, offer="dishes")):
        assert parse_action(format_action(action)) == action


@pytest.mark.parametrize("text", ["", "fly", "take", "take a b c", "wait : hello", "give lamp", "take lamp + vow"])
def test_other_text_is_no_action(text: str) -> None:
    with pytest.raises(ValueError, match=r"action|words"):
        parse_action(text)


def test_a_state_round_trips_after_every_turn() -> None:
    world = inn()
    for count in range(5):
        state = play(world, *["take lamp", "pay her", "down", "up"][:count]).state
        assert parse_state(format_state(state)) == state


def test_a_state_is_one_line_and_equal_states_have_equal_digests() -> None:
    one, other = begin_run(inn(), 7).state, begin_run(inn(), 7).state
    assert "\n" not in format_state(one)
    assert digest(one) == digest(other) != digest(begin_run(inn(), 8).state)


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"marks": []}', '{"marks": [], "place": "x", "seed": 1, "lives": 9}']
)
def test_other_text_is_no_state(text: str) -> None:
    with pytest.raises(ValueError, match=r"state|Expecting"):
        parse_state(text)


def test_events_round_trip() -> None:
    events = (Began(), Refused("go up", "way_shut", "No."), Changed("coins", 3, 1), Talked("anna", "", "“hello”", 2))
    assert parse_events(format_events(events)) == events


@pytest.mark.parametrize("text", ['{"a": 1}', '[{"event": "Exploded"}]', '[{"event": "Moved"}]', "[3]"])
def test_other_text_is_no_events(text: str) -> None:
    with pytest.raises(ValueError, match="events"):
        parse_events(text)


def test_event_text_is_plain_json() -> None:
    assert json.loads(format_events((Began(),))) == [{"event": "Began"}]
