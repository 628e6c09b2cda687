"""Which of several texts would be shown."""

from __future__ import annotations

from game.tune.evaluation.playing import shown_in_play
from game.tune.evaluation.taking import taken
from game.tune.evaluation.writer import Written
from tests.tune.rounds.test_judging import FOG, ODO

CLOSED, OPEN = "Fog settles thick and cold over dark water.", "The ferryman sleeps in the fog."


def test_of_a_text_the_game_takes_a_sentence_or_what_is_spoken() -> None:
    assert taken(FOG, "Fog hangs low. A man walks by.") == "Fog hangs low."
    assert taken(ODO, "“Not after dark.” He spits") == "Not after dark."


def test_the_likeliest_of_those_that_pass_is_shown() -> None:
    tries = [Written(OPEN, -1.0), Written("Fog lies on dark water.", -3.0), Written(CLOSED, -2.0)]
    assert shown_in_play(FOG, tries, trusted=False) == CLOSED


def test_where_none_passes_the_first_stands_for_them() -> None:
    assert shown_in_play(FOG, [Written(OPEN, -2.0), Written("Fog", -1.0)], trusted=False) == OPEN
