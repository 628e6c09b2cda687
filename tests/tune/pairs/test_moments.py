"""Held-out examples as moments of which two models tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.tune.pairs.moments import moments_in, pairs_of
from tests.tune.made import ALL, AMBIENCE, LINE


def test_touches_come_first_and_then_as_many_lines() -> None:
    touches = [replace(AMBIENCE, place=f"mill {number}") for number in range(4)]
    assert moments_in([LINE, *touches], 2) == [touches[0], touches[2], LINE]
    assert moments_in(ALL, 9) == [AMBIENCE, LINE]


def test_of_a_touch_a_reader_is_given_what_the_model_is_and_no_place() -> None:
    (pair,) = pairs_of([replace(AMBIENCE, indoors=False)], ["Rain."], ["Dusk."])
    assert pair.given == (("where", "outdoors"), ("hour", "dusk"), ("weather", "light rain"), ("mood", "calm"))
    assert (pair.kind, pair.texts) == ("ambience", ("Rain.", "Dusk."))


def test_of_a_line_a_reader_is_given_who_says_it_what_they_know_and_what_they_heard() -> None:
    (pair,) = pairs_of([LINE], ["No."], ["Yes."])
    assert dict(pair.given) == {
        "who": "Odo Brand, ferryman",
        "voice": "slow",
        "mood": "calm",
        "knows": "The ferry is holed.",
        "heard": "Can we cross?",
    }


def test_who_knows_nothing_and_is_only_greeted_is_said_to() -> None:
    (pair,) = pairs_of([replace(LINE, knows=(), heard="")], ["No."], ["Yes."])
    assert pair.given[-2:] == (("knows", "nothing of it"), ("heard", "a greeting"))


def test_of_a_text_only_what_the_game_would_take_is_looked_at() -> None:
    touch, line = pairs_of([AMBIENCE, LINE], ["Rain. And then", '"I am Odo." And'], ["Rain.", "“I am Odo.”"])
    assert (touch.texts, touch.is_told_alike) == (("Rain.", "Rain."), True)
    assert line.texts == ("I am Odo.", "I am Odo.")


def test_both_sides_have_to_tell_of_every_moment() -> None:
    with pytest.raises(ValueError, match="shorter"):
        pairs_of([AMBIENCE, LINE], ["Rain.", "No."], ["Rain."])
