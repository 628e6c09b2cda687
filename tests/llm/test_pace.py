"""How much goes into one step."""

from __future__ import annotations

import pytest

from game.llm.worker.pace import Pace
from game.llm.worker.pipes import Rank

QUICK = Pace(chunk=512, ahead=32)


@pytest.mark.parametrize(("rank", "most"), [(Rank.WRITING, 512), (Rank.READING, 128), (Rank.AHEAD, 32)])
def test_the_less_somebody_waits_the_shorter_the_step(rank: Rank, most: int) -> None:
    assert QUICK.room(rank, beside=()) == most


def test_what_is_in_a_step_already_counts() -> None:
    assert [QUICK.room(Rank.AHEAD, beside=range(taken)) for taken in (3, 32, 300)] == [29, 0, 0]


def test_no_step_is_longer_than_was_found_fit() -> None:
    assert Pace(chunk=64).room(Rank.READING, beside=()) == 64


@pytest.mark.parametrize("rank", [Rank.READING, Rank.AHEAD])
def test_what_nobody_waits_for_gives_way_unless_it_costs_nothing(rank: Rank) -> None:
    assert Pace().gives_way(rank)
    assert not Pace(rides_along=True).gives_way(rank)
    assert not Pace().gives_way(Rank.WRITING)
