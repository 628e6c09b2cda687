"""The figures that the classic parser reaches, held as bounds."""

from __future__ import annotations

from functools import cache

import pytest

from tests.story.phrasings.measure import Table, measure

LEAST_RIGHT = {"en": 0.83, "zh": 0.95}
MOST_WRONG = {"en": 0.010, "zh": 0.005}

measured = cache(measure)


def wrong_of(table: Table) -> list[str]:
    """Return what was taken for something else, to be read when there is more of it."""
    return [str(each) for each in table.of("wrong")]


@pytest.mark.parametrize("language", LEAST_RIGHT)
def test_so_much_is_understood(language: str) -> None:
    assert measured(language).share("right") >= LEAST_RIGHT[language]


@pytest.mark.parametrize("language", MOST_WRONG)
def test_no_more_is_taken_for_something_else(language: str) -> None:
    table = measured(language)
    assert table.share("wrong") <= MOST_WRONG[language], wrong_of(table)


@pytest.mark.parametrize("language", LEAST_RIGHT)
def test_next_to_nothing_is_done_where_nothing_was_meant(language: str) -> None:
    done = [str(each) for each in measured(language).of("wrong") if each.kind == "nothing"]
    assert len(done) <= 5, done
