"""Which bounds are suggested."""

from __future__ import annotations

from game.rules.actions import Take
from game.story.model import Bounds
from tests.bench.voice.choosing import calibrated
from tests.bench.voice.test_hearing import heard

BOUNDS = Bounds(sure=0.95, asked=0.5)


def test_bounds_part_what_is_meant_from_what_is_not() -> None:
    words = [str(number) for number in range(200)]
    rows = [heard(2.5, means=(Take("lamp"),), words=each) for each in words]
    rows += [heard(1.5, words=f"not {each}") for each in words]
    bounds = calibrated(rows, BOUNDS)
    assert 0.82 < bounds.sure < 0.93
    assert {each.verdict(bounds) for each in rows} == {"right"}


def test_one_wrong_deed_outweighs_several_right_ones() -> None:
    words = [str(number) for number in range(30)]
    rows = [heard(1.5, means=(Take("lamp"),), words=each) for each in words]
    rows += [heard(1.5, words=f"not {each}") for each in words]
    assert all(each.verdict(calibrated(rows, BOUNDS)) != "wrong" for each in rows)
