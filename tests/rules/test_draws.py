"""Draws are pure, bounded and even."""

from __future__ import annotations

from collections import Counter

import pytest

from game.rules.draws import Draws, draw


def test_the_same_draw_is_always_the_same() -> None:
    assert [draw(7, 3, index, sides=6) for index in range(5)] == [draw(7, 3, index, sides=6) for index in range(5)]


def test_a_draw_is_pinned_for_ever() -> None:
    assert [draw(7, 3, index, sides=1000) for index in range(4)] == [610, 64, 37, 335]


def test_every_side_comes_up_about_as_often() -> None:
    counts = Counter(draw(1, turn, 0, sides=6) for turn in range(6_000))
    assert set(counts) == {1, 2, 3, 4, 5, 6}
    assert all(850 < count < 1_150 for count in counts.values())


def test_seed_turn_and_index_each_change_a_draw() -> None:
    draws = {draw(*where, sides=10**9) for where in ((1, 1, 1), (2, 1, 1), (1, 2, 1), (1, 1, 2))}
    assert len(draws) == 4


def test_no_sides_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one side"):
        draw(1, 1, 1, sides=0)


def test_rolls_of_one_turn_follow_one_another() -> None:
    draws = Draws(7, 3)
    assert [draws.roll(1000), draws.roll(1000)] == [draw(7, 3, 1, sides=1000), draw(7, 3, 2, sides=1000)]
