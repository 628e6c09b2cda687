"""Ids made of names."""

from __future__ import annotations

import pytest

from game.authoring.imports.ids import Ids, slug


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("The Old Mill", "the_old_mill"),
        ("Zoë", "zoe"),
        ("3 bells!", "bells"),
        ("灯塔", ""),
        ("a" * 99, "a" * 64),
        ("", ""),
    ],
)
def test_a_name_becomes_a_lower_case_word(name: str, made: str) -> None:
    assert slug(name) == made


def test_no_id_is_given_twice() -> None:
    ids = Ids()
    assert [ids.give(each, otherwise="person") for each in ("Ann", "ann", "灯", "塔")] == [
        "ann",
        "ann_2",
        "person",
        "person_2",
    ]
    assert {len(ids.give("a" * 99, otherwise="x")) for _ in range(12)} == {64}


@pytest.mark.parametrize("word", ["you", "nowhere", "time", "hour", "and", "true", "roll"])
def test_no_id_is_a_word_of_the_language(word: str) -> None:
    assert Ids().give(word, otherwise="x") == f"{word}_2"
