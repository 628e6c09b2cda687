"""What came of a sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.errors import DataError
from game.tune.pairs.key import Placed
from game.tune.pairs.score import Answer, Tally, score
from tests.tune.pairs.made import KEY

FIRST: dict[int, Answer] = {1: "A", 2: "A", 3: "=", 4: "B"}
SECOND: dict[int, Answer] = {1: "A", 2: "B", 3: "=", 4: "A"}


def test_each_readers_letters_are_sides_by_the_key() -> None:
    found = score(KEY, FIRST, SECOND)
    assert found.first == Tally(won=2, tied=1, lost=1)
    assert found.second == Tally(won=2, tied=1, lost=1)


def test_of_both_that_is_tied_which_they_do_not_give_to_one_side() -> None:
    found = score(KEY, FIRST, SECOND)
    assert found.both == Tally(won=1, tied=3, lost=0)
    assert found.kinds == {"ambience": Tally(0, 1, 0), "line": Tally(1, 2, 0)}


def test_what_both_give_to_the_other_side_is_lost() -> None:
    assert score(KEY, {**FIRST, 1: "B"}, {**SECOND, 1: "B"}).both == Tally(won=0, tied=3, lost=1)


def test_they_agree_on_letters_for_sides_they_cannot_know() -> None:
    all_won: dict[int, Answer] = {1: "A", 2: "B", 3: "A", 4: "B"}
    found = score(KEY, all_won, all_won)
    assert (found.both.share, found.agreed, found.kappa) == (1.0, 1.0, 1.0)
    assert score(KEY, all_won, {**all_won, 1: "B"}).kappa == pytest.approx(0.5)


def test_a_tie_is_not_won() -> None:
    assert Tally(won=6, tied=2, lost=2).share == 0.6


@pytest.mark.parametrize(
    ("tally", "low", "high"),
    [
        # From Wilson's formula by hand, z² = 3.8415.
        (Tally(10, 0, 0), 0.7225, 1.0),
        (Tally(0, 0, 10), 0.0, 0.2775),
        (Tally(5, 5, 0), 0.2366, 0.7634),
        (Tally(54, 0, 6), 0.7985, 0.9534),
    ],
)
def test_the_interval_is_wilsons(tally: Tally, low: float, high: float) -> None:
    assert tally.interval == pytest.approx((low, high), abs=1e-4)


def test_more_pairs_make_a_narrower_interval() -> None:
    (low, high), (lower, higher) = (Tally(each * 3, 0, each).interval for each in (100, 10))
    assert lower < low < 0.75 < high < higher


def test_answers_to_another_sheet_are_refused() -> None:
    other = replace(KEY, pairs=(*KEY.pairs, Placed(5, "line", "taught", "untaught")))
    with pytest.raises(DataError, match=r"^Pair 5 is in the key or in the answers alone; take the key of the sheet"):
        score(other, FIRST, SECOND)
