"""Whether a condition can hold: held against every state that plays come to."""

from __future__ import annotations

import random
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.logic.literals import PLAYER, Literal
from game.rules.apply import apply_legal, begin_run, legal_actions
from game.rules.draws import Draws
from game.rules.expressions import compile_condition
from game.rules.state import State
from game.rules.world import World
from tests.authoring.logic.worlds import survey

WORLD = survey()
ASKED = (
    "paid", "calm", "at(hall)", "at(cellar)", "has(lamp)", "has(coin)", "has(table)", "here(anna)", "here(lamp)",
    "here(coin)", "closed(chest)", "locked(chest)", "locked(lamp)", "worn(coin)", "lit(lamp)",
    "seen(bill)", "chosen(pay)",
    "visited(hall)", "visited(room)", "examined(lamp)", "revealed(guest)", "met(anna)", "begun(bed)", "done(bed)",
    "ended(sleep)", "paid == calm", "mood(anna) == 'tired'", "weather == 'storm'", "weather != 'fog'",
    "daypart == late", "place(anna) == yard", "place(lamp) == you", "place(coin) == chest", "place(table) != hall",
    "place(lamp) == place(anna)", "true", "false",
)  # fmt: skip
NUMBERS = (
    "coins",
    "luck",
    "level",
    "time",
    "turn",
    "hour",
    "minute",
    "day",
    "trust(anna)",
    "coins + luck",
    "time * 2",
    "-luck",
)
PLAYS, LENGTH = 30, 25

compared = st.builds(
    "{} {} {}".format,
    st.sampled_from(NUMBERS),
    st.sampled_from(["==", "!=", "<", "<=", ">", ">="]),
    st.integers(-1, 21),
)
conditions = st.recursive(
    st.sampled_from(ASKED) | compared,
    lambda inner: (
        st.builds("({} and {})".format, inner, inner)
        | st.builds("({} or {})".format, inner, inner)
        | st.builds("not {}".format, inner)
    ),
    max_leaves=6,
)


@cache
def states() -> tuple[State, ...]:
    """Return every state of some plays at random."""
    return tuple(state for number in range(PLAYS) for state in played(WORLD.world, number))


def played(world: World, number: int) -> list[State]:
    chance = random.Random(number)
    found = [begin_run(world, number).state]
    while len(found) < LENGTH and (actions := legal_actions(world, found[-1])):
        action = chance.choice(actions)
        found.append(apply_legal(world, found[-1], action, Draws(number, len(found))).state)
    return found


@settings(max_examples=300, deadline=None)
@given(conditions)
def test_what_is_said_never_to_hold_or_to_fail_never_does(condition: str) -> None:
    holds = {compile_condition(condition, WORLD.world.names).holds(state) for state in states()}
    assert True not in holds or WORLD.decider.can_hold(condition)
    assert True not in holds or WORLD.decider.can_hold(condition, WORLD.may.ranges)
    assert False not in holds or WORLD.decider.can_fail(condition)


def test_what_happens_in_plays_was_said_to_be_possible() -> None:
    kinds = ("seen", "chosen", "visited", "examined", "revealed", "met", "begun", "done")
    marks = {mark for state in states() for mark in state.marks}
    given_marks = {f"{kind}({name})" for kind, name in map(str.split, marks) if kind in kinds}
    assert given_marks <= WORLD.may.happened
    assert "has(coin)" in WORLD.may.happened


def test_everything_is_somewhere_that_it_was_said_to_be_able_to_be() -> None:
    for state in states():
        assert all(where in WORLD.ranges(f"place({name})") for name, where in state.where.items())
        assert all(value in WORLD.may.ranges(name) for name, value in state.facts.items())


def test_a_condition_of_too_many_alternatives_may_hold() -> None:
    many = " and ".join(f"(coins == {number} or luck == {number})" for number in range(12))
    assert WORLD.decider.can_hold(many)


def test_what_is_given_is_taken_into_account() -> None:
    there = (Literal(PLAYER, "==", "hall"),)
    assert not WORLD.decider.can_hold("at(yard)", given=there)
    assert not WORLD.decider.can_fail("at(hall)", given=there)
    assert WORLD.decider.can_hold("at(yard) or here(anna)", given=there)
