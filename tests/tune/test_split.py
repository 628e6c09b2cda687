"""Which examples are held out."""

from __future__ import annotations

from dataclasses import replace

from game.tune.examples import Example
from game.tune.rows import our_rows
from game.tune.split import SHARE, Split, is_held_out, split, subjects
from tests.tune.made import AMBIENCE, CHOOSING, LINE, PLAYED, TELLING, rows_of


def sides_of(*examples: Example) -> Split:
    return split(rows_of(*examples))


def test_no_person_and_no_situation_stands_on_both_sides() -> None:
    sides = split(our_rows())
    train = {name for row in sides.train for name in subjects(row.example)}
    assert train.isdisjoint(name for row in sides.held_out for name in subjects(row.example))


def test_about_one_in_eight_of_each_kind_is_held_out() -> None:
    sides = split(our_rows())
    for kind in {type(row.example) for row in our_rows()}:
        train, held_out = (sum(isinstance(row.example, kind) for row in side) for side in (sides.train, sides.held_out))
        assert 0.5 < held_out / (train + held_out) * SHARE < 1.5


def test_a_side_follows_from_names_and_not_from_the_order_of_rows() -> None:
    rows = our_rows()
    assert set(split(rows[::-1]).held_out) == set(split(rows).held_out)


def test_somebody_who_is_met_in_another_kind_is_on_the_same_side() -> None:
    places = [f"landing {number}" for number in range(40)]
    sides = sides_of(LINE, *(replace(CHOOSING, world=place, place=place) for place in places))
    assert not (sides.train and sides.held_out)


def test_places_without_a_name_in_common_fall_on_both_sides() -> None:
    sides = sides_of(*(replace(AMBIENCE, place=f"loft {number}") for number in range(40)))
    assert sides.train
    assert sides.held_out


def test_people_without_a_name_bind_nobody() -> None:
    assert list(subjects(replace(TELLING, people=("a smith, sulking",)))) == ["place: smithy"]
    assert list(subjects(TELLING)) == ["place: smithy", "person: osric"]


def test_all_of_a_turn_stands_on_one_side() -> None:
    sides = sides_of(*(replace(PLAYED, turn=f"inn/anna @{number // 3}") for number in range(90)))
    train, held_out = ({next(subjects(row.example)) for row in side} for side in (sides.train, sides.held_out))
    assert train.isdisjoint(held_out)
    assert len(train) + len(held_out) == 30


def test_a_subject_stays_on_its_side() -> None:
    assert [number for number in range(42) if is_held_out(f"person: {number}")] == [20, 34, 41]
