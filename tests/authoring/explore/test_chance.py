"""Every way that chance can fall."""

from __future__ import annotations

from game.authoring.explore.chance import MOST_OUTCOMES, every_way
from game.rules.apply import Outcome
from game.rules.draws import Draws
from game.rules.state import State


def ended(number: int) -> Outcome:
    """Return an outcome that can be told by a number."""
    state = State(0, "here", time=number)
    return Outcome(state, (), state)


def test_a_step_without_draws_has_one_outcome() -> None:
    ways = every_way(lambda draws: ended(7))
    assert ([each.state.time for each in ways.outcomes], ways.is_all) == ([7], True)


def test_draws_are_combined() -> None:
    ways = every_way(lambda draws: ended(draws.roll(3) * 10 + draws.roll(2)))
    assert sorted(each.state.time for each in ways.outcomes) == [11, 12, 21, 22, 31, 32]
    assert ways.is_all


def test_a_draw_may_follow_from_another() -> None:
    def step(draws: Draws) -> Outcome:
        return ended(draws.roll(4) + 10 if draws.roll(2) == 2 else 0)

    assert sorted(each.state.time for each in every_way(step).outcomes) == [0, 11, 12, 13, 14]


def test_too_many_outcomes_are_cut_and_said_to_be() -> None:
    ways = every_way(lambda draws: ended(draws.roll(9) * 10 + draws.roll(9)))
    assert (len(ways.outcomes), ways.is_all) == (MOST_OUTCOMES, False)


def test_of_too_many_sides_the_first_and_last_are_tried() -> None:
    ways = every_way(lambda draws: ended(draws.roll(1_000)))
    assert {1, 1_000} <= {each.state.time for each in ways.outcomes}
    assert not ways.is_all


def test_a_draw_without_sides_has_one_outcome() -> None:
    assert [each.state.time for each in every_way(lambda draws: ended(draws.roll(0))).outcomes] == [1]
