"""What is said beside a command in the same line: it is left out, and nothing is left out of what is no command."""

from __future__ import annotations

import pytest

from game.rules.actions import Take
from game.rules.apply import begin_run
from game.story.parser import Understood, parse
from game.story.sentences import sentences_for
from tests.kit import inn
from tests.story.understanding.cottage import done


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        ("it is getting dark, light the lamp", ["light lamp"]),
        ("(quietly) take the lamp", ["take lamp"]),
        ("take the lamp, no sense leaving it here", ["take lamp"]),
        ("don't take the hat, take the lamp", ["take lamp"]),
        ("never mind the basket, take the lamp", ["take lamp"]),
        ("that lamp looks useful, take it", ["take lamp"]),
        ("bit gloomy in there I bet, I'd better have the lamp along", ["take lamp"]),
        ("not the red jar, take the other one", ["take blue_jar"]),
        ("why don't I take the lamp", ["take lamp"]),
    ],
)
def test_remarks_and_denials_of_something_else_are_left_out(words: str, actions: list[str]) -> None:
    assert done(words) == actions


@pytest.mark.parametrize(
    "words",
    [
        "Rose takes the lamp, and I am glad",
        "if it is dark, light the lamp",
        "I'd take the lamp if it was mine",
        "I took the lamp yesterday",
        "smash the jar, it is ugly",
        "the lamp is lit by itself",
    ],
)
def test_what_is_no_command_stays_none(words: str) -> None:
    assert done(words) == []


def test_waiting_said_twice_in_other_words_is_one_wait() -> None:
    assert done("stay here and let the time pass") == ["wait"]
    assert done("wait. wait") == ["wait", "wait"]


def test_a_turn_is_remembered_by_all_that_the_player_typed() -> None:
    world = inn()
    words = "bit dark in here, I'll take that lamp"
    parsed = parse(world, sentences_for("en"), begin_run(world, 7).state, words)
    assert isinstance(parsed, Understood)
    assert (parsed.action, parsed.shown) == (Take("lamp"), words)
