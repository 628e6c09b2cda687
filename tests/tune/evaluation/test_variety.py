"""How various texts are."""

from __future__ import annotations

import pytest

from game.tune.evaluation.variety import runs_in, share_distinct, share_reopened


def test_no_run_goes_from_one_sentence_into_the_next() -> None:
    assert list(runs_in(["Rain falls here. Wind blows."], 2)) == [
        ("rain", "falls"),
        ("falls", "here"),
        ("wind", "blows"),
    ]


def test_in_chinese_runs_are_of_signs() -> None:
    assert list(runs_in(["雨停了。"], 2)) == [("雨", "停"), ("停", "了")]


def test_what_is_said_twice_is_less_distinct() -> None:
    assert share_distinct(["Rain falls here."], 2) == 1.0
    assert share_distinct(["Rain falls here.", "Rain falls there."], 2) == pytest.approx(3 / 4)
    assert share_distinct([], 2) == 0.0


def test_a_text_that_begins_as_one_before_it_is_counted_and_the_first_is_not() -> None:
    texts = ["The rain falls on.", "The rain falls at last.", "Wind from the north.", ""]
    assert share_reopened(texts) == pytest.approx(1 / 4)
