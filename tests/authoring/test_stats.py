"""The figures of a world."""

from __future__ import annotations

from game.authoring.stats import stats_of
from game.loader.load import parse_world
from tests.kit import inn

CHINESE = """
schema = 1
[world]
id = "salt"
title = "盐"
start = "pan"
language = "zh"
[place.pan]
name = "盐田"
look = "风很大。水是咸的。"
"""


def test_everything_is_counted() -> None:
    assert stats_of(inn()).counts == {
        "places": 4, "exits": 6, "things": 3, "people": 1, "scenes": 1, "offers": 0,
        "choices": 2, "quests": 1, "endings": 1, "rules": 0, "paths": 0,
    }  # fmt: skip


def test_words_are_counted_by_kind_and_all_together() -> None:
    stats = stats_of(inn())
    assert (stats.words["scenes"], stats.words["choices"], stats.words["endings"]) == (5, 11, 2)
    assert stats.total == sum(stats.words.values())


def test_an_english_world_has_a_grade_and_a_chinese_one_the_length_of_its_sentences() -> None:
    english, chinese = stats_of(inn()), stats_of(parse_world(CHINESE))
    assert english.grade is not None
    assert english.sentence_length is None
    assert (chinese.grade, chinese.sentence_length, chinese.unit) == (None, 3.5, "characters")
    assert chinese.words["places"] == 7


def test_paths_that_cannot_be_played_are_counted() -> None:
    stats = stats_of(inn('[[path]]\nname = "x"\nchoose = ["go sideways"]'))
    assert (stats.shortest, stats.unplayable) == (None, 1)
