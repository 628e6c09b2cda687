"""What a text told another way has lost, and what it names beside."""

from __future__ import annotations

import pytest

from game.tune.nouns import added, missing


def test_what_is_to_be_kept_is_missed_in_no_form() -> None:
    assert list(missing("Dogs sleep by a stove.", ["dog", "the stove", "cat"])) == ["the stove", "cat"]


@pytest.mark.parametrize(
    ("retold", "names"),
    [
        ("By the stove a dog is asleep.", []),
        ("Beside the old stove a tired dog lies quietly.", []),
        ("By the stove a dog sleeps on a blanket, and a boy watches.", ["blanket", "boy"]),
    ],
)
def test_a_word_that_is_in_no_list_names_something(retold: str, names: list[str]) -> None:
    assert list(added(retold, "A dog sleeps by the stove.", "en")) == names


def test_in_chinese_too() -> None:
    text = "炉子旁边睡着一只狗。"
    assert list(added("一只狗睡在炉子旁边。", text, "zh")) == []
    assert list(added("一只狗睡在毯子上。", text, "zh")) == ["毯子"]
