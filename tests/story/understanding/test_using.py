"""Using things: a lamp is for light, a hat for the head, a key for what it fits."""

from __future__ import annotations

import pytest

from game.loader.load import parse_world
from game.rules.actions import format_action
from game.rules.apply import begin_run
from game.story.parser import Understood, parse
from game.story.sentences import sentences_for
from tests.story.understanding.cottage import meant

SHED = parse_world(
    """
schema = 1
[world]
id = "shed"
title = "Shed"
start = "yard"
[place.yard]
name = "the yard"
look = "A yard."
[thing.door]
name = "green door"
aliases = ["door"]
at = "yard"
portable = false
closed = true
locked = true
key = "key"
[thing.key]
name = "brass key"
at = "you"
[thing.spoon]
name = "spoon"
at = "you"
""",
    name="shed.toml",
)


def read(words: str) -> str:
    """Return the text of the action that words mean in front of the shed, or nothing."""
    parsed = parse(SHED, sentences_for("en"), begin_run(SHED, 7).state, words)
    return format_action(parsed.action) if isinstance(parsed, Understood) else ""


@pytest.mark.parametrize(
    "words",
    ["use the key on the door", "turn the key in the door", "stick the key in the lock of the door", "use the key",
     "open the door with the key", "see if the key fits the door"],
)  # fmt: skip
def test_a_key_unlocks_what_it_fits(words: str) -> None:
    assert read(words) == "unlock door"


@pytest.mark.parametrize("words", ["use the spoon on the door", "use the spoon"])
def test_what_fits_nothing_is_of_no_use(words: str) -> None:
    assert not read(words)


def test_a_lamp_is_used_for_its_light() -> None:
    assert meant("use the lamp", "take lamp") == "light lamp"
