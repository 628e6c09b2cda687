"""A way that the author has not made is not told of, and one that there is leads where it leads."""

from __future__ import annotations

import pytest

from game.story.guarding.exits import unmade
from tests.story.guarding.stage import CHINESE, ENGLISH, reason_of, why


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "A second door beside the trough leads down to a cellar."),
        ((), "A narrow tunnel opens behind the wheel."),
        (("go in",), "A trapdoor in the floor stands open."),
        (("go in",), "The ladder leads to the lane."),
        ((), "The wall on the left ends, and the path runs west."),
        ((), "The gate is unlocked, and the lane stands open."),
        ((), "Past the trough a door opens on the brewery."),
    ],
)
def test_an_english_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(unmade, sentence, *commands, world=ENGLISH) == "exit"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (("go in",), "The ladder goes up, and the door leads back out to the yard."),
        ((), "The door leads into the mill."),
        ((), "To the north is the gate, and it is locked."),
        ((), "A door opens by an inch and shuts again."),
    ],
)
def test_an_english_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=ENGLISH)


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "水槽后面有一扇暗门，通向地窖。"),
        ((), "院子西边开着一条窄巷，一直通到河边。"),
        (("往里",), "梯子一直通到乡间小路。"),
    ],
)
def test_a_chinese_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(unmade, sentence, *commands, world=CHINESE) == "exit"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "一扇门通进磨坊。"),
        (("往里",), "梯子通到上面，黑漆漆的。"),
    ],
)
def test_a_chinese_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=CHINESE)
