"""A player's own examples as a training takes them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.errors import DataError
from game.tune.examples import Played
from game.tune.personal import LEAST, SHARE, drawn, parted, require_enough
from game.tune.split import subjects
from tests.tune.made import AMBIENCE, PLAYED, rows_of


def liked(turns: int) -> list[Played]:
    """Return two examples of each of so many turns."""
    return [replace(PLAYED, turn=f"inn/anna @{number // 2}", tell=f"Rain {number}.") for number in range(2 * turns)]


def test_too_few_turns_are_one_sentence_that_says_how_to_have_more() -> None:
    require_enough(liked(LEAST))
    with pytest.raises(
        DataError, match=rf"needs {LEAST} turns that you liked, and your runs have {LEAST - 1}: play on"
    ):
        require_enough(liked(LEAST - 1))


def test_a_share_of_the_turns_is_held_out_whole() -> None:
    sides = parted(rows_of(*liked(LEAST)), seed=7)
    train, held_out = ({next(subjects(row.example)) for row in side} for side in (sides.train, sides.held_out))
    assert train.isdisjoint(held_out)
    assert (len(held_out), len(train)) == (LEAST // SHARE, LEAST - LEAST // SHARE)
    assert len(sides.train) + len(sides.held_out) == 2 * LEAST


def test_the_seed_decides_which_are_held_out() -> None:
    rows = rows_of(*liked(LEAST))
    assert parted(rows, seed=7) == parted(rows, seed=7)
    assert parted(rows, seed=7) != parted(rows, seed=8)


def test_so_many_are_drawn_as_there_are() -> None:
    rows = rows_of(*(replace(AMBIENCE, place=f"loft {number}") for number in range(9)))
    assert len(drawn(rows, 4, seed=7)) == len(set(drawn(rows, 4, seed=7))) == 4
    assert set(drawn(rows, 40, seed=7)) == set(rows)
