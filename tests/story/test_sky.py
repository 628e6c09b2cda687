"""What a small model may say of the weather: closed words, and none of another sky."""

from __future__ import annotations

import pytest

from game.story.prompt import word_lists
from game.story.prose import words_in
from game.story.sky import is_sayable, sayable_words


@pytest.mark.parametrize(
    ("text", "hour", "weather"),
    [
        ("Fog gathers low over the stones.", "dusk", "thick fog"),
        ("Rain ticks at the glass and runs.", "night", "thin rain"),
        ("The stars stand very still.", "night", "clear"),
        ("The wind climbs, drops, and climbs again.", "night", "a rising wind"),
        ("The cold stands in the air.", "", ""),
        ("The wind turns over the fog.", "", "thick fog"),
        ("It’s cold, and there’s rain on the stones, and it falls.", "night", "thin rain"),
    ],
)
def test_it_can_be_said(text: str, hour: str, weather: str) -> None:
    assert is_sayable(text, hour=hour, weather=weather)


@pytest.mark.parametrize(
    ("text", "hour", "weather"),
    [
        ("Fog and more fog.", "dusk", "thick fog"),
        ("Fog gathers over the ferryman.", "dusk", "thick fog"),
        ("Rain ticks at the glass.", "dusk", "thick fog"),
        ("Fog gathers low.", "dusk", "thin rain"),
        ("The sun comes over the sand.", "night", "clear"),
        ("The stars stand very still.", "noon", "clear"),
        ("The stars stand very still.", "night", "thick fog"),
        ("You feel the wind turn.", "night", "a rising wind"),
        ("The sun finds the wet sand.", "", ""),
        ("The stars stand very still.", "", "clear"),
        ("Warmth comes out of the ground.", "evening", "low cloud"),
        ("Fog gathers low.", "night", ""),
        ("The air is thick with the sound of wind.", "", "thick fog, no wind"),
        ("A gust stirs the fog.", "", "thick fog without wind"),
        ("Fog drifts over the sand.", "", "clear, no fog"),
        ("The night is over, and the sky above is cold.", "night", "low cloud"),
        ("The mist in the sky is thin and thin.", "dusk", "thinning fog"),
        ("The sun rises, and the air is warm.", "evening", "clear"),
        ("The warm air is cold.", "", ""),
        ("The air is dry over the stones.", "dusk", "thin rain"),
        ("The night is loud and still.", "", ""),
    ],
)
def test_it_cannot(text: str, hour: str, weather: str) -> None:
    assert not is_sayable(text, hour=hour, weather=weather)


@pytest.mark.parametrize(
    ("hour", "weather", "said", "unsaid"),
    [
        ("night", "thin rain", {"rain", "wet", "night", "stones"}, {"fog", "sun", "noon", "dry", "heavy"}),
        ("dusk", "thick fog, no wind", {"fog", "dusk"}, {"wind", "gust", "rain", "thin"}),
        ("", "", {"stones", "cold"}, {"night", "fog"}),
    ],
)
def test_the_words_that_can_be_said_are_those_of_the_hour_and_the_weather(
    hour: str, weather: str, said: set[str], unsaid: set[str]
) -> None:
    words = sayable_words(hour=hour, weather=weather)
    assert said <= words
    assert not unsaid & words


def test_every_word_of_a_sky_is_in_the_closed_list() -> None:
    lists = word_lists("touch", "words")
    known = lists["verbs"] | lists["others"]
    groups = (*word_lists("touch", "sky").values(), *word_lists("touch", "hours").values())
    strays = {word for group in groups for word in group} - known
    assert strays <= {"blue", "drizzle", "puddles", "midnight", "noon", "afternoon"}


def test_no_word_of_the_list_is_a_person() -> None:
    lists = word_lists("touch", "words")
    assert not (lists["verbs"] | lists["others"]) & set(words_in("I you he she him her man woman child people sailor"))
