"""Stories at the pace at which they are read."""

from __future__ import annotations

from game.archive.pace import paced, speed_of
from game.archive.retelling import Block, Story, ToldTurn

STORY = Story(
    "The Inn", "inn/anna", "en", "",
    (ToldTurn(0, "", (Block("place", "Cold and dark.", "The hall"),)), ToldTurn(1, "east", (Block("place", "雨。"),))),
)  # fmt: skip


def shown(width: int | None = None) -> str:
    return "".join(piece.text for piece in paced(STORY, speed=60, width=width))


def test_all_of_a_story_is_shown() -> None:
    assert shown() == "# The hall\n\nCold and dark.\n\n> east\n\n雨。\n\n"


def test_lines_are_broken_between_words() -> None:
    assert "Cold and\ndark." in shown(width=8)


def test_each_word_waits_for_the_one_before() -> None:
    pieces = list(paced(STORY, speed=60))
    waits = {piece.text.strip(): piece.wait_s for piece in pieces}
    assert waits["and"] == waits["dark"] == 1.0  # a word a second
    assert waits["> east"] > waits["# The"] > 0


def test_languages_are_read_at_their_own_speed() -> None:
    assert speed_of("zh") > speed_of("en") > 0
