"""What words take from the last actions: pronouns, and doing the same again."""

from __future__ import annotations

import pytest

from tests.story.understanding.cottage import meant


@pytest.mark.parametrize(
    ("words", "before", "action"),
    [
        ("look at it", ("take lamp",), "examine lamp"),
        ("put it down again", ("take lamp",), "drop lamp"),
        ("give it to her", ("take lamp",), "give lamp rose"),
        ("put it in the basket", ("take lamp",), "put lamp basket"),
        ("put it in the basket", ("take lamp", "look at the basket"), "put lamp basket"),
        ("take it off", ("take straw hat", "wear straw hat"), "remove hat"),
        ("take it", ("take lamp", "look at the basket"), "take basket"),
        ("把它放下", ("拿铁皮灯",), "drop lamp"),
        ("放下", ("拿铁皮灯",), "drop lamp"),
        ("把它给她", ("拿铁皮灯",), "give lamp rose"),
    ],
)
def test_it_is_what_was_last_spoken_of_and_fits(words: str, before: tuple[str, ...], action: str) -> None:
    assert meant(words, *before) == action


@pytest.mark.parametrize("words", ["take it", "把它拿起来"])
def test_it_is_asked_about_where_nothing_was_spoken_of(words: str) -> None:
    assert meant(words) == "?"


@pytest.mark.parametrize(
    ("words", "before"), [("g", "wait"), ("again", "wait"), ("do that again", "wait"), ("再来一次", "等")]
)
def test_again_is_the_last_action(words: str, before: str) -> None:
    assert meant(words, before) == "wait"


@pytest.mark.parametrize("before", [(), ("take lamp",)])
def test_what_cannot_be_done_again_is_not(before: tuple[str, ...]) -> None:
    assert meant("again", *before) == "-"
