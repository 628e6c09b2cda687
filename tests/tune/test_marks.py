"""What held-out examples say, as figures."""

from __future__ import annotations

import math

import pytest

from game.tune.marks import Gained, gained, perplexity, share_chosen, share_parted, spread


def test_words_are_right_where_their_command_gained_most() -> None:
    assert gained(1, [0.5, 2.0, -1.0]) == Gained(is_meant=True, is_right=True, most=2.0)
    assert gained(0, [0.5, 2.0, -1.0]) == Gained(is_meant=True, is_right=False, most=2.0)
    assert gained(None, [-3.0, -1.0]) == Gained(is_meant=False, is_right=False, most=-1.0)


def test_words_that_mean_nothing_are_never_chosen_rightly_or_wrongly() -> None:
    all_of = [gained(0, [2.0, 1.0]), gained(0, [1.0, 2.0]), gained(None, [1.0, 2.0])]
    assert share_chosen(all_of) == 0.5


def test_a_pair_is_parted_where_what_means_a_command_gained_more() -> None:
    all_of = [gained(0, [2.0]), gained(0, [0.5]), gained(None, [1.0])]
    assert share_parted(all_of) == 0.5
    assert share_parted(all_of[:2]) == share_chosen([]) == 0.0


def test_a_model_that_finds_one_in_four_hesitates_between_four() -> None:
    assert perplexity(2 * math.log(4), 2) == pytest.approx(4.0)


def test_a_few_are_taken_from_all_over() -> None:
    assert spread(range(10), 4) == [0, 2, 5, 7]
    assert spread(range(3), 10) == [0, 1, 2]
    assert not spread([], 10)
