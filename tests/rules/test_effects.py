"""Effects: what they change, the events they leave, and how their mistakes are located."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.apply import begin_run
from game.rules.draws import Draws
from game.rules.effects import apply_effects, compile_effect
from game.rules.events import Changed, Moved, Revealed
from game.rules.expressions import compile_condition
from game.rules.names import ExpressionError
from game.rules.state import State
from tests.kit import inn

WORLD = inn()
STATE = begin_run(WORLD, 7).state


def after(*sources: str) -> State:
    return apply_effects([compile_effect(source, WORLD.names) for source in sources], STATE, Draws(7, 1))[0]


@pytest.mark.parametrize(
    ("effect", "left"),
    [("coins += 9", 5), ("coins -= 9", 1), ("coins = 100", 5), ("coins = -100", 1), ("coins += 1", 4)],
)
def test_a_number_stays_within_its_bounds(effect: str, left: int) -> None:
    names = replace(WORLD.names, bounds={"coins": (1, 5)})
    state, _ = compile_effect(effect, names).apply(STATE, Draws(7, 1))
    assert state.facts["coins"] == left


@pytest.mark.parametrize(
    ("effect", "condition"),
    [
        ("coins = 5", "coins == 5"),
        ("coins += 2", "coins == 5"),
        ("coins -= 1", "coins == 2"),
        ("coins = coins * 2 - 1", "coins == 5"),
        ("coins -= -4", "coins == 7"),
        ("paid = true", "paid"),
        ("paid = coins == 3", "paid"),
        ("hour = 'dawn'", "hour == 'dawn'"),
        ("trust(anna) += 1", "trust(anna) == 1"),
        ("mood(anna) = 'glad'", "mood(anna) == 'glad'"),
        ("place(anna) = yard", "place(anna) == yard and not here(anna)"),
        ("place(lamp) = you", "has(lamp)"),
        ("place(lamp) = anna", "place(lamp) == anna and not here(lamp)"),
        ("place(lamp) = nowhere", "place(lamp) == nowhere"),
        ("place(you) = yard", "at(yard) and visited(yard)"),
        ("place(anna) = nowhere", "place(anna) == nowhere"),
        ("hour = 'a=b'", "hour == 'a=b'"),
        ("revealed(guest) = true", "revealed(guest)"),
        ("coins=5", "coins == 5"),
        ("coins = roll(6)", "coins >= 1 and coins <= 6"),
    ],
)
def test_an_effect_does_what_it_says(effect: str, condition: str) -> None:
    assert compile_condition(condition, WORLD.names).holds(after(effect))


def test_effects_happen_in_order() -> None:
    assert after("coins = 1", "coins += 1", "coins = coins * 10").facts["coins"] == 20


def test_the_state_before_is_not_changed() -> None:
    after("coins = 9", "place(lamp) = you", "trust(anna) += 5")
    assert (STATE.facts["coins"], STATE.where["lamp"], STATE.trust["anna"]) == (3, "hall", 0)


def test_a_change_is_an_event_with_before_and_after() -> None:
    _, events = compile_effect("trust(anna) += 2", WORLD.names).apply(STATE, Draws(7, 1))
    assert events == (Changed("trust(anna)", 0, 2),)


def test_moving_the_player_is_an_event() -> None:
    _, events = compile_effect("place(you) = yard", WORLD.names).apply(STATE, Draws(7, 1))
    assert events == (Moved("hall", "yard"),)


def test_what_is_revealed_stays_revealed() -> None:
    state, events = compile_effect("revealed(guest) = true", WORLD.names).apply(STATE, Draws(7, 1))
    assert events == (Revealed("guest"),)
    assert compile_effect("revealed(guest) = false", WORLD.names).apply(state, Draws(7, 1)) == (state, ())
    assert compile_effect("revealed(guest) = true", WORLD.names).apply(state, Draws(7, 1)) == (state, ())


@pytest.mark.parametrize(
    ("source", "message", "column"),
    [
        ("coins", "target = value", 0),
        ("coins == 3", "sets with a single '='", 0),
        ("coin = 3", "no fact 'coin'", 0),
        ("coins = 'three'", "holds a number", 8),
        ("coins = paid", "holds a number", 8),
        ("paid += 1", "holds true or false", 8),
        ("paid += true", "only a number", 5),
        ("coins = coin + 1", "no fact or id 'coin'", 8),
        ("luck(anna) = 1", r"'luck\(…\)' cannot be set", 0),
        ("trust(ana) += 1", "no person 'ana'", 6),
        ("place(anna) = celar", "no fact or id 'celar'", 14),
        ("place(anna) = lamp", "a place or 'nowhere'", 14),
        ("place(anna) = anna", "a place or 'nowhere'", 14),
        ("place( anna ) = you", "a place or 'nowhere'", 16),
        ("place(lamp) = hour", "a place, a person", 14),
        (r"hour = 'a\x1bb'", "backslash", 9),
        ("paid = hour == '夜' and coin", "no fact or id 'coin'", 23),
        ("coins = 1000000000001", "1000000000000 is the most", 8),
        ("place(you) = nowhere", "a place is wanted", 13),
        ("a.b = 1", "left side", 0),
        ("= 3", "left side", 0),
    ],
)
def test_a_mistake_is_named_and_located(source: str, message: str, column: int) -> None:
    with pytest.raises(ExpressionError, match=message) as caught:
        compile_effect(source, WORLD.names)
    assert caught.value.column == column
