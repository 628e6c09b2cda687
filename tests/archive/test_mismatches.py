"""How states differ."""

from __future__ import annotations

from game.archive.mismatches import mismatches
from game.rules.state import State

STATE = State(seed=7, place="hall", facts={"coins": 3}, where={"lamp": "hall"}, marks=frozenset({"met anna"}))


def test_equal_states_differ_in_nothing() -> None:
    assert list(mismatches(STATE, STATE.but(facts={"coins": 3}))) == []


def test_fields_facts_and_marks_are_named() -> None:
    found = STATE.but(turn=2, facts={"paid": True}, where={"lamp": "you"}, marks=frozenset({"visited hall"}))
    assert list(mismatches(STATE, found)) == [
        "turn: 0 was saved, 2 comes out",
        "coins: 3 was saved and does not come out",
        "paid: True comes out and was not saved",
        "where of lamp: 'hall' was saved, 'you' comes out",
        "'met anna' was saved and does not come out",
        "'visited hall' comes out and was not saved",
    ]
