"""How much there is to read, and how hard it is."""

from __future__ import annotations

import pytest

from game.story.reading import (
    count_sentences,
    count_syllables,
    count_words,
    grade_of,
    length_of_sentences,
    pieces_of,
    unit_of,
    words_of,
)


def test_words_keep_their_hyphens_and_apostrophes() -> None:
    assert words_of("“Don’t go down the half-lit stair,” she said.") == [
        "Don’t", "go", "down", "the", "half-lit", "stair", "she", "said",
    ]  # fmt: skip


def test_chinese_is_counted_in_characters_and_names_in_words() -> None:
    assert count_words(["钟不响。", "Anna 来了"]) == 3 + 1 + 2
    assert (unit_of("zh"), unit_of("de")) == ("characters", "words")


def test_a_line_without_a_full_stop_is_a_sentence() -> None:
    assert count_sentences(["Rain. More rain?", "Go north", "雨。还是雨！", "..."]) == 5


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("rain", 1), ("the", 1), ("me", 1), ("stone", 1), ("walked", 1), ("wanted", 2), ("table", 2), ("boxes", 2),
        ("stones", 1), ("harbour", 2), ("water", 2), ("lantern", 2), ("every", 3), ("lion", 2), ("piano", 3),
        ("nation", 2), ("quiet", 2), ("customs", 2), ("rhythm", 1), ("hm", 1), ("saltmarrow", 3), ("violet", 3),
    ],
)  # fmt: skip
def test_syllables_are_counted_by_letters(word: str, count: int) -> None:
    assert count_syllables(word) == count


def test_a_grade_is_that_of_the_formula() -> None:
    assert grade_of(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)


def test_longer_words_and_sentences_are_harder() -> None:
    easy = grade_of(["We go. It is wet. The dog ran."])
    hard = grade_of(["Nevertheless the municipal administration deliberately postponed every investigation."])
    assert easy is not None
    assert hard is not None
    assert easy < 3
    assert hard > 12


def test_nothing_has_no_grade_and_no_length() -> None:
    assert (grade_of(["..."]), length_of_sentences([])) == (None, None)


def test_sentences_of_other_languages_are_measured_in_characters() -> None:
    assert length_of_sentences(["钟不响。", "雨。"]) == 2


def test_the_pieces_of_a_text_are_its_words_and_make_up_all_of_it() -> None:
    assert list(pieces_of("Rain, they say. 雨！")) == ["Rain", ", they", " say", ". 雨", "！"]
    assert list(pieces_of("…")) == ["…"]
