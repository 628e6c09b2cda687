"""Ids made of names."""

from __future__ import annotations

import pytest

from game.authoring.imports.ids import Ids, id_from, slug


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("The Old Mill", "the_old_mill"),
        ("Zoë", "zoe"),
        ("hasKey", "has_key"),
        ("HP2", "hp2"),
        ("_temp", "temp"),
        ("1st door", "passage_1st_door"),
        ("地窖", "passage"),
        ("", "passage"),
        ("x" * 90, "x" * 40),
    ],
)
def test_an_id_is_a_lower_case_word(name: str, word: str) -> None:
    assert id_from(name, otherwise="passage") == word


def test_a_name_without_letters_has_none() -> None:
    assert [slug(each) for each in ("灯塔", "", "3 bells!")] == ["", "", "3_bells"]


def test_no_id_is_given_twice() -> None:
    ids = Ids()
    assert [ids.give(each, otherwise="person") for each in ("Door", "door", "DOOR", "door 2", "灯", "塔")] == [
        "door", "door_2", "door_3", "door_2_2", "person", "person_2",
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["true", "you", "time", "if", "class", "first", "hour", "roll", "nowhere", "and"])
def test_no_id_is_a_word_of_the_language(word: str) -> None:
    assert Ids().give(word, otherwise="value") == f"value_{word}"
