"""What the author says is not told as its contrary, nor a dark place as a bright one."""

from __future__ import annotations

import pytest

from game.loader.load import parse_world
from game.story.guarding.contraries import contrary_in
from game.story.guarding.said import Said
from tests.story.guarding.stage import MILL, moment_of

CRACKED = parse_world(
    MILL.replace('look = "It is sealed."', 'look = "The seal is whole, and there is no name on the cover."'),
    name="mill.toml",
)
DARK = parse_world(MILL.replace('look = "Nine sacks', 'dark = "true"\nlook = "Nine sacks'), name="mill.toml")


@pytest.mark.parametrize("sentence", ["The seal is broken.", "There is a name on the cover."])
def test_a_contrary_is_found(sentence: str) -> None:
    moment = moment_of("examine letter", world=CRACKED)
    assert contrary_in(moment, Said(sentence, moment.lexicon))


@pytest.mark.parametrize("sentence", ["The seal is not broken.", "Broken pots lie in the yard.", "There is no name."])
def test_what_is_no_contrary_is_let_through(sentence: str) -> None:
    moment = moment_of("examine letter", world=CRACKED)
    assert not contrary_in(moment, Said(sentence, moment.lexicon))


def test_nothing_is_seen_in_the_dark() -> None:
    moment = moment_of("go in", "go up", world=DARK)
    assert contrary_in(moment, Said("The whole loft gleams.", moment.lexicon))
    assert contrary_in(moment, Said("You can see every sack.", moment.lexicon))
    assert not contrary_in(moment, Said("You can see nothing.", moment.lexicon))
