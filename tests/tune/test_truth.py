"""Whether examples are true to what they are told from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.tune.examples import Ambience, Example
from game.tune.truth import contradicted, invented, lost
from tests.tune.made import ALL, AMBIENCE, LINE, RETELLING


def ambience(tell: str, *, hour: str = "dusk", weather: str = "light rain") -> Ambience:
    return replace(AMBIENCE, tell=tell, hour=hour, weather=weather)


@pytest.mark.parametrize("example", ALL)
def test_a_good_example_is_true(example: Example) -> None:
    assert not [*invented(example), *contradicted(example), *lost(example)]


def test_a_name_that_nobody_gave_is_named() -> None:
    assert list(invented(replace(LINE, tell='"Ask old Gerald, not Odo."'))) == ["Gerald"]


def test_a_name_may_be_anybodys_own_or_a_month() -> None:
    assert not list(invented(replace(LINE, knows=("Gerald has it.",), tell='"By God, Gerald\'s, since March."')))


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Rain drums where a sailor sings.", "sailor"),
        ("Rain drums, and somebody laughs.", "somebody"),
        ("Rain drums on fishermen along the wall.", "fishermen"),
    ],
)
def test_nobody_may_be_in_ambience(told: str, who: str) -> None:
    assert who in list(invented(ambience(told)))


@pytest.mark.parametrize(
    "told",
    [
        "Rain drums like a sailor on leave.",
        "Rain is patient, and stars crowd the gap in the clouds.",
        "Rain drums, and somewhere a dog barks.",
    ],
)
def test_who_is_only_compared_and_distant_life_are_nobody(told: str) -> None:
    assert not list(invented(ambience(told)))


@pytest.mark.parametrize(
    ("told", "hour", "weather", "words"),
    [
        ("Sunlight falls through the slates.", "night", "still", ["sunlight"]),
        ("Stars stand over the slates.", "noon", "still", ["stars"]),
        ("Drizzle beads on the slates.", "noon", "clear", ["drizzle"]),
        ("Drizzle beads on the slates.", "noon", "clear after rain", []),
        ("The turf smells of rain.", "noon", "clear", []),
        ("Painted stars wheel overhead.", "noon", "dim indoors", []),
        ("The low sun reddens the slates.", "dusk", "still", []),
    ],
)
def test_ambience_has_the_sky_of_its_hour_and_weather(told: str, hour: str, weather: str, words: list[str]) -> None:
    assert list(contradicted(ambience(told, hour=hour, weather=weather))) == words


def test_a_retelling_keeps_its_words_in_whatever_form() -> None:
    assert not list(lost(replace(RETELLING, tell="Dogs sleep by both stoves.")))
    assert list(lost(replace(RETELLING, tell="By the stove a cat is asleep."))) == ["dog"]
