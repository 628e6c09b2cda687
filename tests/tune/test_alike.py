"""Examples that are like others."""

from __future__ import annotations

from dataclasses import replace

from game.tune.alike import near_duplicates, repeated_openings
from game.tune.rows import Row
from tests.tune.made import AMBIENCE, LINE, rows_of


def told(*texts: str) -> list[Row]:
    return rows_of(*(replace(AMBIENCE, tell=text) for text in texts))


def test_what_says_nearly_what_another_says_is_named_with_it() -> None:
    rows = told(
        "Stars crowd down to the rim of the sand on every side.",
        "Rain ticks on the slates and then thinks better of it.",
        "Stars stand down to the very rim of the sand on all sides.",
    )
    assert list(near_duplicates(rows)) == [(rows[2], "it says what made/some.jsonl, line 1 says")]


def test_some_words_in_common_make_no_double() -> None:
    assert not list(near_duplicates(told("Rain ticks on the slates.", "Smoke lies on the slates of the mill all day.")))


def test_one_answer_to_several_questions_is_no_double() -> None:
    asked = ("can we cross over here today?", "why does nobody use your ferry?")
    assert not list(near_duplicates(rows_of(*(replace(LINE, heard=heard) for heard in asked))))
    assert list(near_duplicates(rows_of(LINE, replace(LINE, heard="can we cross now?"))))


BELLS = [f"Somewhere a bell {does} over the marsh." for does in ("rings", "rolls", "calls", "hums", "sings")]


def test_an_opening_may_come_again_but_not_often() -> None:
    rows = told(*BELLS)
    assert [row for row, _ in repeated_openings(rows)] == rows[3:]


def test_it_may_come_more_often_among_many() -> None:
    assert not list(repeated_openings(told(*BELLS, *(f"Rain{number * 'n'}." for number in range(1_000)))))
