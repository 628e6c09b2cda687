"""Where a history starts is a function of the path; it begins before it is needed, and needs no turn of long ago."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from game.story.rolling import BACK, EPOCH, LEAD, Plan, Span, first_needed, planned, rolled

COSTS = st.lists(st.integers(1, 80), max_size=60)
BUDGET = 2_000
HALF = BUDGET // 2


def long_path(seed: int, *, turns: int = 5 * EPOCH) -> list[int]:
    """Return the costs of many turns, as they are told: none takes more than an eighth of the budget."""
    random = Random(seed)
    return [random.randint(20, BUDGET // 8) for _ in range(turns)]


def plan_at(costs: list[int], turn: int, *, since: int = 0) -> Plan:
    """Return the plan for a turn of a path that is known since another turn; places are turns' numbers."""
    numbers = list(range(since, turn))
    plan = planned(numbers, costs[since:turn], BUDGET)
    moved = [Span(span.first + since, span.start + since) for span in (plan.now, plan.coming) if span]
    return Plan(*moved)


def test_a_history_that_is_half_full_has_another_begin_and_makes_way_for_it_when_full() -> None:
    costs = [10] * 12
    assert [rolled(costs[:n], 50) for n in range(10)] == [
        *((0, None), (0, None), (0, None)),
        *((0, 3), (0, 3), (0, 3)),
        *((3, 6), (3, 6), (3, 6)),
        (6, 9),
    ]


def test_what_is_longer_than_all_room_is_in_no_history() -> None:
    assert rolled([10, 10, 900], 50) == (3, None)
    assert rolled([10, 10, 10, 60, 10], 50) == (4, None)
    assert rolled([10], 0) == (1, None)


@given(COSTS, st.integers(0, 200))
def test_a_history_fits_and_only_ever_moves_on(costs: list[int], budget: int) -> None:
    lines = [rolled(costs[:n], budget) for n in range(len(costs) + 1)]
    starts = [start for start, _ in lines]
    assert starts == sorted(starts)
    for number, (start, coming) in enumerate(lines):
        assert sum(costs[start:number]) <= budget
        assert (coming is not None) == (sum(costs[start:number]) > budget // 2)


@given(COSTS, st.integers(0, 200))
def test_a_history_starts_anew_only_where_the_coming_one_does_or_where_nothing_fits(
    costs: list[int], budget: int
) -> None:
    for number in range(len(costs)):
        (start, coming), (later, _) = rolled(costs[:number], budget), rolled(costs[: number + 1], budget)
        assert later in {start, coming, number + 1}
        if later == number + 1:
            assert costs[number] > budget // 2 or sum(costs[coming : number + 1]) > budget


@given(st.integers(0, 1_000))
def test_no_history_of_a_long_path_was_not_the_coming_one_before(seed: int) -> None:
    costs = long_path(seed)
    plans = [plan_at(costs, turn) for turn in range(3 * EPOCH - 40, 3 * EPOCH + 40)]
    for before, after in pairwise(plans):
        assert after.now in {before.now, before.coming}


@given(st.integers(0, 1_000))
def test_what_takes_over_is_at_most_half_full_and_the_turns_of_its_lead(seed: int) -> None:
    costs = long_path(seed)
    for before, after in pairwise(range(2 * EPOCH - 30, 2 * EPOCH + 30)):
        was, now = plan_at(costs, before).now, plan_at(costs, after).now
        if was != now:
            assert sum(costs[now.start : before]) <= HALF + LEAD * BUDGET // 8


def test_a_plan_needs_no_turn_of_long_ago() -> None:
    costs = long_path(1)
    for turn in range(EPOCH, len(costs), 7):
        plan = plan_at(costs, turn)
        since = first_needed(range(turn))
        assert turn - since <= BACK
        assert plan == plan_at(costs, turn, since=since) == plan_at(costs, turn, since=max(turn - BACK, 0))


def test_a_short_path_is_never_begun_anew() -> None:
    costs = [1] * EPOCH
    assert all(planned(range(n), costs[:n], BUDGET).now == Span(0, 0) for n in range(EPOCH))


def test_a_history_that_does_not_fill_within_an_epoch_goes_on_with_half_of_what_it_may_hold() -> None:
    costs, begins = [5] * EPOCH, EPOCH - LEAD
    heir = Span(0, begins - HALF // 5)
    assert planned(range(begins - 1), costs[: begins - 1], BUDGET).now == Span(0, 0)
    assert planned(range(begins), costs[:begins], BUDGET) == Plan(Span(0, 0), heir)
    assert planned(range(EPOCH), costs, BUDGET).now == heir


def test_turns_that_were_not_told_change_nothing() -> None:
    numbers = [number for number in range(2 * EPOCH + 50) if number % 5]
    costs = long_path(3, turns=len(numbers))
    since = first_needed(numbers)
    plan = planned(numbers, costs, BUDGET)
    short = planned(numbers[since:], costs[since:], BUDGET)
    assert plan.now.start == short.now.start + since


def test_nothing_is_planned_of_nothing() -> None:
    assert planned([], [], BUDGET) == Plan(Span(0, 0))
    assert first_needed([]) == 0
