"""Pairs, and the order that a seed draws."""

from __future__ import annotations

from dataclasses import replace

from game.tune.pairs.pair import drawn, evenly
from tests.tune.pairs.made import PAIR, several


def test_what_is_told_alike_makes_no_pair() -> None:
    alike = replace(PAIR, texts=("Rain.", "Rain."))
    assert evenly([alike, PAIR, alike], 4) == [PAIR]


def test_of_each_kind_there_are_as_many_as_far_apart_as_they_can_be() -> None:
    lines, touches = several(9), several(4, "ambience")
    assert evenly([*lines, *touches], 6) == [lines[0], lines[3], lines[6], touches[0], touches[1], touches[2]]


def test_of_nothing_there_are_no_pairs() -> None:
    assert evenly([], 6) == []
    assert drawn([], 7) == []


def test_a_seed_draws_the_order() -> None:
    first, again, other = (drawn(several(20), seed) for seed in (7, 7, 8))
    assert first == again != other
    assert {each.pair for each in first} == set(several(20))
    assert [each.pair for each in first] != several(20)


def test_either_side_is_a_as_often_as_the_other() -> None:
    for seed in range(20):
        orders = [each.order for each in drawn(several(20), seed)]
        assert orders.count((0, 1)) == orders.count((1, 0)) == 10
