"""Texts as clauses and phrases."""

from __future__ import annotations

import pytest

from game.story.rewording.phrases import clauses_of, names_in, phrases_of, spelled_words


def said(text: str, language: str = "en") -> list[str]:
    return [" ".join(each.words) for each in clauses_of(text, language)]


def test_clauses_end_where_a_text_pauses_and_where_it_only_joins() -> None:
    assert said("Fog lies on the water; a bell rings, and gulls cry.") == [
        "fog lies on the water",
        "the bell rings",
        "gulls cry",
    ]


def test_a_clause_that_points_back_or_is_half_of_another_is_bound() -> None:
    clauses = clauses_of("A bell hangs here. Its rope is new and short, and a cat sits below.", "en")
    assert [each.is_bound for each in clauses] == [False, True, True, False]


def test_clauses_know_their_sentence() -> None:
    assert [each.sentence for each in clauses_of("Rain, and wind. A door.", "en")] == [0, 0, 1]


@pytest.mark.parametrize(
    ("clause", "phrases"),
    [
        ("a brass bell hangs from the end of a post", ["the brass bell", "from the end of the post"]),
        ("the door is locked", ["the door is locked"]),
        ("there is a well in the yard", ["the well", "in the yard"]),
        ("nobody has lit the lamp", ["nobody has lit", "the lamp"]),
    ],
)
def test_phrases_begin_with_an_article_or_with_what_says_where(clause: str, phrases: list[str]) -> None:
    (only,) = clauses_of(clause, "en")
    assert [" ".join(each) for each in phrases_of(only.words, "en")] == phrases


def test_in_chinese_phrases_lie_on_both_sides_of_a_verb_of_being_somewhere() -> None:
    assert said("灶屋的墙上挂着一只铜盆。", "zh") == said("灶屋的墙上挂在一只铜盆。", "zh")
    (only,) = clauses_of("灶屋的墙上挂着一只铜盆。", "zh")
    assert ["".join(each) for each in phrases_of(only.words, "zh")] == ["灶屋的墙上", "一只铜盆"]


def test_numbers_are_words() -> None:
    assert said("12 steps.") == ["12 steps"]
    assert "12" in said("12级台阶。", "zh")[0]


def test_a_word_is_spelled_as_within_a_sentence() -> None:
    assert spelled_words("Fog lies on Mira. Mira waits.", {"mira"}) == {"fog", "lies", "on", "Mira", "waits"}
    assert spelled_words("PRIVATE, says the door.", ()) == {"PRIVATE", "says", "the", "door"}


def test_a_name_has_its_capital_within_a_sentence_or_stands_before_one() -> None:
    named = names_in("Brother Anselm sits. The Dorothea lies by Ness.", "en")
    assert named == {"brother", "anselm", "dorothea", "ness"}
