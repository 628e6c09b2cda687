"""Recordings of a terminal."""

from __future__ import annotations

import json
from itertools import pairwise

from rich.cells import cell_len

from game.archive.formats.cast import to_cast
from game.archive.retelling import Block, Story, ToldTurn
from tests.archive.formats.kit import hostile, story

LONG = "雨下了一夜，院子里没有人。" * 20


def lines(shown: Story) -> list[object]:
    """Return what each line of a recording says; all of them have to be JSON."""
    return [json.loads(line) for line in to_cast(shown).splitlines()]


def test_the_first_line_says_what_it_is() -> None:
    header, *_ = lines(story())
    assert header == {
        "version": 2,
        "width": 80,
        "height": 24,
        "title": "The Inn: inn/anna",
        "timestamp": 1935630121,
    }


def test_times_never_fall_and_every_event_is_output() -> None:
    _, *events = lines(story(ToldTurn(1, "east", (Block("place", "Rain.", "The yard"),))))
    times = [event[0] for event in events if isinstance(event, list)]
    assert all(before <= after for before, after in pairwise(times))
    assert {event[1] for event in events if isinstance(event, list)} == {"o"}
    assert times[0] > 0
    assert len(times) > 10


def test_what_is_put_out_is_the_story_in_lines_that_fit() -> None:
    _, *events = lines(story(ToldTurn(1, "east", (Block("place", LONG),))))
    shown = "".join(event[2] for event in events if isinstance(event, list))
    assert "\n" not in shown.replace("\r\n", "")
    assert max(map(cell_len, shown.split("\r\n"))) <= 80
    assert LONG in shown.replace("\r\n", "")


def test_no_control_reaches_the_terminal_that_plays_it() -> None:
    _, *events = lines(hostile())
    shown = "".join(event[2] for event in events if isinstance(event, list)).replace("\r\n", "")
    assert shown.isprintable()


def test_a_beginning_that_is_no_time_is_left_out() -> None:
    shown = story()
    header, *_ = lines(Story(shown.title, shown.name, shown.language, "long ago", shown.turns))
    assert isinstance(header, dict)
    assert "timestamp" not in header
