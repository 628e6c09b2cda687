"""What of a state the rules of a world read and write."""

from __future__ import annotations

from game.authoring.explore.reads import reads_of
from game.loader.load import parse_world
from tests.kit import INN, inn

REFUSING = """
[[rule]]
before = "go"
refuse = [{ when = "examined(table)", text = "No." }, "{mood(anna) == 'cross': No.}"]
"""


def test_conditions_and_effects_are_read_and_words_are_not() -> None:
    reads = reads_of(inn())
    assert {"paid", "coins", "time", "has(lamp)", "visited(room)", "trust(anna)"} <= reads.names
    assert "visited(cellar)" not in reads.names, "only a look asks for it"
    assert reads.written == {"paid", "coins", "trust(anna)"}


def test_a_refusal_is_read_since_it_decides_what_happens() -> None:
    assert {"examined(table)", "mood(anna)"} <= reads_of(inn(REFUSING)).names


def test_a_number_that_only_rises_has_a_limit() -> None:
    limits = reads_of(inn()).limits
    assert (limits["time"], limits["trust(anna)"]) == (3, 1)
    assert "coins" not in limits, "it falls"


def test_a_number_that_is_reckoned_with_has_none() -> None:
    more = '[[rule]]\nwhen = "time % 2 == 0"\ndo = ["trust(anna) = coins"]\n'
    assert not {"time", "trust(anna)"} & reads_of(inn(more)).limits.keys()


def test_the_sides_of_a_roll_are_read() -> None:
    text = INN.replace("coins = 3", "coins = 3\nsides = 2") + '[[rule]]\ndo = ["coins = roll(sides)"]\n'
    assert "sides" in reads_of(parse_world(text)).names
