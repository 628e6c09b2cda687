"""Words of one root come to one stem."""

from __future__ import annotations

import pytest

from game.story.guarding.stems import stem, stems_of, words_of


@pytest.mark.parametrize(
    ("forms", "base"),
    [
        (["leans", "leaning", "leaned", "leant"], "lean"),
        (["wipes", "wiping", "wiped"], "wipe"),
        (["tapped", "tapping", "taps"], "tap"),
        (["carries", "carried"], "carry"),
        (["took", "taken", "takes"], "take"),
        (["children"], "child"),
        (["miller's"], "miller"),
    ],
)
def test_forms_of_a_word_have_its_stem(forms: list[str], base: str) -> None:
    assert {stem(form) for form in forms} == {stem(base)}


def test_words_that_are_not_forms_of_one_another_keep_apart() -> None:
    assert len({stem(word) for word in ("glass", "glad", "ring", "bring", "sea", "sealed")}) == 6


def test_apostrophes_are_straightened() -> None:
    assert words_of("The Reeve’s pen — steel") == ["the", "reeve's", "pen", "steel"]


def test_a_text_has_the_stems_of_all_its_words() -> None:
    assert stems_of(["Two stones, still."]) == {
        stem("two"),
        stem("stone"),
        "stil" if stem("still") == "stil" else "still",
    }
