"""Ways by their direction, by the name of where they lead, back and onward."""

from __future__ import annotations

import pytest

from tests.story.understanding.cottage import meant


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("n", "go north"),
        ("head north", "go north"),
        ("go into the dark wood", "go north"),
        ("enter the parlour", "go in"),
        ("go inside", "go in"),
        ("step into the parlour, please", "go in"),
        ("find the forest", "go north"),
        ("往北走", "go north"),
        ("去黑树林", "go north"),
        ("进去", "go in"),
        ("到客厅里去", "go in"),
    ],
)
def test_a_way_is_named_by_direction_or_place(words: str, action: str) -> None:
    assert meant(words) == action


@pytest.mark.parametrize(
    "words", ["go back", "turn round and go back the way I came", "return to the garden", "回去", "原路返回"]
)
def test_back_leads_where_the_last_step_came_from(words: str) -> None:
    assert meant(words, "往北走" if words > "z" else "go north") == "go south"


@pytest.mark.parametrize("words", ["go outside", "out", "leave", "leave the parlour", "exit"])
def test_out_of_a_house_is_the_way_that_leads_outdoors(words: str) -> None:
    assert meant(words, "go in") == "go south"


@pytest.mark.parametrize("words", ["go", "go back", "leave", "走"])
def test_a_way_that_is_not_told_is_asked_about(words: str) -> None:
    assert meant(words) == "?"


@pytest.mark.parametrize(
    "words", ["go south", "go fishing", "go to the lamp", "walk the dark", "climb the wood", "往南走"]
)
def test_there_is_no_other_way(words: str) -> None:
    assert meant(words) == "-"


def test_keeping_on_goes_the_same_way_only_where_there_is_one() -> None:
    assert meant("keep going", "go north") == "go south"
    assert meant("keep going", "go north", "go south") == "?"
