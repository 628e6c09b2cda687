"""The one cleaner: what a terminal would obey never passes."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.clean import clean, clean_json, clean_line, is_seen


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("two\nlines\tapart", "two\nlines\tapart"),
        ("\x1b]52;c;aGk=\x07", "]52;c;aGk="),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x9b31mred", "31mred"),
        ("a\x7fb\x00c\rd", "abcd"),
        ("left\u202eright\u2066x\u2069\u200f", "leftrightx"),
        ("一盏灯。", "一盏灯。"),
        ("\ud800broken", "broken"),
        ("line\u2028break", "linebreak"),
        ("<|im_end|> [/bold]", "<|im_end|> [/bold]"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(st.text())
def test_nothing_a_terminal_obeys_is_left(text: str) -> None:
    assert all(character in "\n\t" or unicodedata.category(character) != "Cc" for character in clean(text))


@given(st.text(), st.integers(0, 50))
def test_cleaning_in_pieces_is_cleaning_the_whole(text: str, at: int) -> None:
    assert clean(text[:at]) + clean(text[at:]) == clean(text)


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "seen"), [("a", True), (" .", True), ("灯", True), ("", False), (" \u200b\u3000\n", False)]
)
def test_only_what_shows_is_seen(text: str, seen: bool) -> None:
    assert is_seen(text) is seen


@given(st.text())
def test_json_that_is_clean_means_the_same(text: str) -> None:
    shown = clean_json(json.dumps([text], ensure_ascii=False))
    assert json.loads(shown) == [text]
    assert clean(shown) == shown


def test_a_clean_line_is_one_line_without_what_a_terminal_obeys() -> None:
    assert clean_line(" a\x1b[1m \n\t b\u2028c ") == "a[1m bc"
