"""How long a world takes."""

from __future__ import annotations

import pytest

from game.authoring.playtime import play_paths
from tests.kit import inn

PATHS = """
[[path]]
name = "about"
choose = ["go east", "go west", "wait"]
[[path]]
name = "out"
choose = ["go east"]
[[path]]
name = "wrong"
choose = ["go sideways"]
"""


def test_paths_are_played_the_quickest_first_and_broken_ones_left_out() -> None:
    assert [(each.name, each.turns) for each in play_paths(inn(PATHS))] == [("out", 1), ("about", 3)]


def test_time_is_that_of_reading_and_of_choosing() -> None:
    out, about = play_paths(inn(PATHS))
    assert about.words > out.words > 4
    assert out.seconds == pytest.approx(out.words * 60 / 220 + 4)


def test_a_world_without_paths_is_not_played() -> None:
    assert play_paths(inn()) == []
