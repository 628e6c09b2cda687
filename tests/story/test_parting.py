"""Runs of characters read as words of a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.parting import known_words, own_words


@pytest.mark.parametrize(
    ("text", "known", "words"),
    [
        ("雾贴着水面。", "雾 贴着 水 面 水面", ["雾", "贴着", "水面"]),
        ("天亮了起来", "天 天亮 了 起来 亮了起来", ["天", "亮了起来"]),
        ("一片片", "一片 一 片片", ["一", "片片"]),
        ("雨，雪", "雨 雪", ["雨", "雪"]),
        ("走私船来了", "来 了", ["走私船", "来", "了"]),
        ("走私船来了", "", ["走私船来了"]),
    ],
)
def test_a_run_is_read_so_that_least_is_left_over_in_the_fewest_words(text: str, known: str, words: list[str]) -> None:
    assert known_words(text, known.split()) == words


def test_words_parted_by_spaces_are_what_they_are() -> None:
    assert known_words("It’s cold, and so cold.", {"its"}) == ["it's", "cold", "and", "so", "cold"]


@given(st.text(alphabet="雾雨来了着片", max_size=30), st.sets(st.text(alphabet="雾雨来了", min_size=1, max_size=3)))
def test_nothing_of_a_run_is_lost(run: str, known: set[str]) -> None:
    assert "".join(known_words(run, known)) == run


def test_of_an_authors_own_run_any_two_characters_in_a_row_are_a_word() -> None:
    own = own_words(("灯归我管。", "I keep it."))
    assert {"灯归", "归我管", "灯归我管", "keep"} <= own
    assert not own & {"灯", "灯管", "。", "ee"}
