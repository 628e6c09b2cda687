"""The time of day, and people who keep to it."""

from __future__ import annotations

import pytest

from game.errors import WorldError
from game.loader.load import parse_world
from game.rules.clock import Clock, parse_time
from game.rules.events import PersonMoved
from game.story.beats import beats_of
from game.story.scene import scene_of
from game.story.sentences import sentences_for
from tests.kit import INN, inn, play, step

EN = sentences_for("en")
CLOCK = Clock(start=23 * 60 + 50, minutes=15, parts={"dawn": 300, "night": 1320})
TIMED = parse_world(
    INN.replace('hour = "night"\n', "").replace('mood = "tired"', 'mood = "tired"\ngoals = ["to sleep"]')
    + """
[clock]
start = "17:45"
minutes = 15
parts = { daytime = "06:00", dusk = "18:00", night = "22:00" }
[[person.anna.schedule]]
at = "yard"
when = "hour == 18 and minute >= 15"
leave = "Anna takes her shawl."
[[person.anna.schedule]]
at = "hall"
when = "daypart == dusk"
[thing.bell]
name = "bell"
at = "yard"
when = "day == 2 or daypart == night"
"""
)


@pytest.mark.parametrize(
    ("time", "shown"),
    [(0, (23, 50, 1, "night")), (1, (0, 5, 2, "night")), (21, (5, 5, 2, "dawn")), (97, (0, 5, 3, "night"))],
)
def test_turns_of_time_make_hours_and_days(time: int, shown: tuple[int, int, int, str]) -> None:
    assert (CLOCK.hour(time), CLOCK.minute(time), CLOCK.day(time), CLOCK.daypart(time)) == shown


def test_a_time_of_day_is_read_as_minutes() -> None:
    assert parse_time("18:30") == 1110


def told(*words: str) -> list[str]:
    *before, last = words
    state = play(TIMED, *before).state
    return [beat.text for beat in beats_of(TIMED, EN, state, step(TIMED, state, last))]


def test_a_person_keeps_an_appointment_and_is_seen_to() -> None:
    played = play(TIMED, "wait", "wait")
    assert PersonMoved("anna", "hall", "yard", "Anna takes her shawl.") in played.events
    assert played.state.where["anna"] == "yard"
    assert "Anna takes her shawl." in told("wait", "wait")
    assert "Anna comes in." in told(*["wait"] * 5)


def test_what_happens_elsewhere_is_not_told() -> None:
    assert play(TIMED, "take lamp", "down", "wait").state.where["anna"] == "yard"
    assert told("take lamp", "down", "wait") == ["Time passes."]


def test_the_narrator_knows_the_part_of_the_day() -> None:
    assert scene_of(TIMED, EN, play(TIMED).state).hour == "daytime"
    assert scene_of(TIMED, EN, play(TIMED, "wait").state).hour == "dusk"


@pytest.mark.parametrize(
    ("clock", "message"),
    [
        ('start = "25:00"', 'written as "18:30"'),
        ('start = "18:00"\nparts = { yard = "06:00" }', "'yard' is already used"),
        ('start = "18:00"', "'hour' is a word of the language"),
    ],
)
def test_a_faulty_clock_is_located(clock: str, message: str) -> None:
    with pytest.raises(WorldError, match=message):
        inn(f"[clock]\n{clock}\n")


def test_without_a_clock_its_words_mean_nothing() -> None:
    with pytest.raises(WorldError, match="no \\[clock\\] to tell 'minute'"):
        inn('[[lore]]\ntext = "x"\nwhen = "minute == 3"')
