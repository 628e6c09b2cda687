"""Ids made of names."""

from __future__ import annotations

import pytest

from game.authoring.imports.twee.ids import Ids, id_from


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("hasKey", "has_key"),
        ("The Café!", "the_cafe"),
        ("HP2", "hp2"),
        ("1st door", "passage_1st_door"),
        ("地窖", "passage"),
        ("_temp", "temp"),
        ("", "passage"),
        ("x" * 90, "x" * 40),
    ],
)
def test_an_id_is_a_lower_case_word(name: str, word: str) -> None:
    assert id_from(name, otherwise="passage") == word


def test_no_id_is_given_twice() -> None:
    ids = Ids()
    assert [ids.give(each, otherwise="p") for each in ("Door", "door", "DOOR", "door 2")] == [
        "door", "door_2", "door_3", "door_2_2",
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["true", "you", "time", "if", "class", "first", "hour", "roll"])
def test_a_word_of_the_language_is_no_id(word: str) -> None:
    assert Ids().give(word, otherwise="value") == f"value_{word}"
