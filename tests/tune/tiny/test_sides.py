"""Which of a world's texts a tiny model learns by."""

from __future__ import annotations

import pytest

from game.errors import DataError
from game.tune.tiny.passages import Passage
from game.tune.tiny.sides import SHARE, characters, sides_of, split
from tests.kit import inn
from tests.worlds.test_shipped import SHIPPED

MANY = [
    Passage(f"thing {number // 3}", "Look", f"It is number {number:03}, of which there is one.")
    for number in range(300)
]


def test_a_tenth_is_held_out_and_the_order_is_the_authors() -> None:
    sides = split(MANY)
    assert characters(sides.held_out) == pytest.approx(characters(MANY) / SHARE, rel=0.05)
    assert sorted((*sides.train, *sides.held_out), key=MANY.index) == MANY
    for side in (sides.train, sides.held_out):
        assert list(side) == sorted(side, key=MANY.index)


def test_all_that_is_told_of_one_subject_is_on_one_side() -> None:
    sides = split(MANY)
    assert not {each.subject for each in sides.train} & {each.subject for each in sides.held_out}


def test_the_sides_follow_from_the_texts_and_not_from_their_order() -> None:
    assert set(split(MANY).held_out) == set(split(MANY[::-1]).held_out)


def test_several_worlds_are_learned_by_together_and_each_once() -> None:
    cloak, saltmarrow = SHIPPED["cloak-of-darkness"], SHIPPED["saltmarrow"]
    alone, together = sides_of([cloak]), sides_of([cloak, saltmarrow, cloak])
    found = (*together.train, *together.held_out)
    assert len(found) == len(set(found))
    assert {*alone.train, *alone.held_out} < set(found)


def test_too_little_to_learn_by_is_one_sentence() -> None:
    with pytest.raises(
        DataError, match=r"^There are \d+ characters to learn by; name worlds that have 1,000 and more\.$"
    ):
        sides_of([inn()])
