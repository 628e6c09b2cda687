"""What is reached and what is not, at the edge."""

from __future__ import annotations

import pytest

from tests.bench.figures import at_least, at_most, p95, share, sooner, within


@pytest.mark.parametrize(("value", "met"), [(115.0, True), (116.0, False)])
def test_a_ratio_may_just_reach_its_goal(value: float, met: bool) -> None:
    assert at_most("", value, "ms", against=100, goal=1.15).met is met


def test_the_ratio_of_what_is_sooner_is_how_often_it_fits_into_the_other() -> None:
    figure = sooner("", 100, "ms", against=399, goal=4)
    assert (figure.ratio, figure.met) == (3.99, False)
    assert at_least("", 85, "words/s", against=100, goal=0.85).met


def test_a_share_is_of_a_hundred_and_of_nothing_none() -> None:
    assert (share("", 17, 20, goal=85).value, share("", 17, 20, goal=85).met) == (85, True)
    assert share("", 0, 0, goal=85).met is False


def test_a_figure_may_have_a_bound_of_its_own() -> None:
    assert within("", 100, "ms", goal=100).met
    assert within("", 100.1, "ms", goal=100).goal == "≤ 100 ms"


@pytest.mark.parametrize(("count", "found"), [(1, 1), (20, 19), (50, 48), (100, 95)])
def test_95_of_a_hundred_do_not_pass_the_95th(count: int, found: int) -> None:
    assert p95([float(each) for each in range(count, 0, -1)]) == found
