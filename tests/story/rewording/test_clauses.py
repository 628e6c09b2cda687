"""Texts as clauses, and what each stands beside."""

from __future__ import annotations

import pytest

from game.story.rewording.clauses import clauses_of, pieces_of


def said(text: str, language: str = "en") -> list[str]:
    return [" ".join(each.words) for each in clauses_of(text, language)]


def test_clauses_end_where_a_text_pauses_and_where_it_only_joins() -> None:
    text = "Fog lies on the water; a bell rings, and gulls cry."
    assert said(text) == ["fog lies on the water", "the bell rings", "gulls cry"]


def test_what_only_says_where_is_of_the_clause_it_stands_beside() -> None:
    assert said("In the rigging, gulls scream. A cat sleeps, under the stove.") == [
        "gulls scream in the rigging",
        "the cat sleeps under the stove",
    ]
    assert len(pieces_of("In the rigging, gulls scream.", "en")) == 2


@pytest.mark.parametrize(
    ("rest", "link"),
    [
        (". Its wheels are red.", "after"),
        (". By the stove, it would burn.", "after"),
        (" and rusts.", "after"),
        (", full of slate.", "beside"),
        (", and a cat sleeps.", "free"),
        (". A cat sleeps.", "free"),
    ],
)
def test_what_points_back_or_hangs_on_another_is_linked(rest: str, link: str) -> None:
    assert [each.link for each in clauses_of(f"A truck stands here{rest}", "en")] == ["free", link]


def test_in_chinese_what_follows_a_comma_stays_behind_it() -> None:
    assert [each.link for each in clauses_of("两条毛巾晾在绳子上，已经干了。", "zh")] == ["free", "after"]


def test_numbers_are_words() -> None:
    assert said("12 steps.") == ["12 steps"]
    assert "12" in said("12级台阶。", "zh")[0]
