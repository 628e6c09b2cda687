"""Ways that are all that words name, and people for whose sake one goes."""

from __future__ import annotations

import pytest

from tests.story.understanding.cottage import meant


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("I'll see what is going on in the parlour", "go in"),
        ("let me have a look round in that dark wood", "go north"),
        ("I want to be in the parlour", "go in"),
        ("head to the parlour for a stiff drink", "go in"),
    ],
)
def test_one_goes_to_the_only_place_that_is_named(words: str, action: str) -> None:
    assert meant(words) == action


@pytest.mark.parametrize(
    "words",
    ["I set fire to the parlour", "I throw the lamp into the parlour", "what is in the wood", "paint the parlour"],
)
def test_what_is_done_to_a_place_is_no_way_there(words: str) -> None:
    assert not meant(words).startswith("go")


def test_one_goes_to_somebody_next_door() -> None:
    assert meant("go and find the gardener", "go in") == "go south"
    assert meant("call on Rose", "go in") == "go south"
    assert meant("go and find the gardener", "go in", "go south") != "go in"
