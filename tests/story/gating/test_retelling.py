"""What is banned when a telling is told again: what offends, or how the sentence began."""

from __future__ import annotations

import pytest

from game.story.gating.account import Heard
from game.story.gating.retelling import ban_for
from game.story.sentences import sentences_for

SMALL = sentences_for("en").small_words


@pytest.mark.parametrize(
    ("sentence", "words", "banned"),
    [
        ("At the pump stands Ness Carrow.", "Ness Carrow", "Ness Carrow"),
        ("You feel afraid.", "You feel", "You feel"),
        ("You are afraid.", "You", "You are afraid"),
        ("He is here.", "He is", "He is here"),
        ("The rain falls on and on.", "", "The rain falls"),
        ("“Well, well,” says the smith.", "", "Well, well,” says"),
        ("It rains and rains and rains all night.", "rains and rains and rains all night", "It rains and"),
        ("…", "", "…"),
    ],
)
def test_the_words_are_banned_where_they_say_enough_and_else_the_opening(
    sentence: str, words: str, banned: str
) -> None:
    assert ban_for(Heard(sentence, "loop", words), SMALL) == banned


@pytest.mark.parametrize(
    ("sentence", "words", "banned"),
    [("米拉站在门边。", "米拉", "米拉"), ("你想回家。", "你", "你想回家"), ("雾又散了，又散了。", "", "雾又散了")],
)
def test_in_chinese_by_signs(sentence: str, words: str, banned: str) -> None:
    assert ban_for(Heard(sentence, "loop", words), sentences_for("zh").small_words) == banned
