"""A sentence by its parts."""

from __future__ import annotations

import pytest

from game.story.rewording.sentence import sentence_of


@pytest.mark.parametrize(
    "text",
    [
        "A lamp hangs on the hook, and a coat hangs on a nail.",
        "Mira's door is locked; the yard is not!",
        "It says: CLOSED (for ever).",
        "桥板湿着，两条毛巾还没有干。",
    ],
)
def test_a_sentence_comes_together_again(text: str) -> None:
    language = "en" if text.isascii() else "zh"
    assert str(sentence_of(text, {"mira's"}, language)) == text


def test_it_is_parted_where_it_pauses_and_only_a_name_keeps_its_capital() -> None:
    found = sentence_of("A lamp hangs on the hook, and a coat hangs.", (), "en")
    assert found.parts == (("a", "lamp", "hangs", "on", "the", "hook"), ("a", "coat", "hangs"))
    assert (found.gaps, found.end) == ((", and ",), ".")
    assert sentence_of("Mira waits.", {"mira"}, "en").parts == (("Mira", "waits"),)


@pytest.mark.parametrize(
    ("text", "is_plain"), [("A cat, asleep.", True), ("Look: a cat.", False), ("The “cat”.", False)]
)
def test_what_has_other_signs_in_it_is_not_plain(text: str, is_plain: bool) -> None:
    assert sentence_of(text, (), "en").is_plain == is_plain
