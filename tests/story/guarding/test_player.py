"""The player is told what they perceive and what they did, and no more."""

from __future__ import annotations

import pytest

from game.story.guarding.player import puppeted
from tests.story.guarding.stage import CHINESE, ENGLISH, reason_of, why


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "You decide to ask her about the wheel."),
        ((), "You sigh, and rub your neck."),
        (("go in",), "You climb to the loft without waiting and kick at the sacks."),
        ((), "Your heart is heavy."),
        ((), "You are certain that she is lying."),
        ((), "You kneel beside the trough, drink, and thank her."),
        ((), "You promise to come back."),
        ((), "You are a little homesick."),
        ((), "Relieved, you look about the yard."),
        ((), "You're walking to your destination."),
        ((), "You keep pacing up and down."),
        (("go in",), "You walk over to the hopper."),
        (("go in",), "You are walking to the river."),
        (("examine letter",), "You place the letter on the trough."),
    ],
)
def test_an_english_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(puppeted, sentence, *commands, world=ENGLISH) == "puppet"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "You see cobbles, and a wheel that turns."),
        ((), "You can hear the water under the wheel."),
        (("go in",), "You step in out of the light."),
        (("go in", "go up", "take iron key"), "You take the key, and it is colder than the room."),
        ((), "Somebody has left a lamp burning for you."),
        ((), "You are between the wheel and the door."),
        (("take stone trough",), "You pull at the trough, and it does not move."),
    ],
)
def test_an_english_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=ENGLISH)


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "你决定问问她水轮的事。"),
        ((), "你叹了口气，在水槽边坐下。"),
        ((), "你心里很难过。"),
        ((), "你跪下来，捧起水喝了一口。"),
        ((), "你告诉她你是城里来的。"),
    ],
)
def test_a_chinese_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(puppeted, sentence, *commands, world=CHINESE) == "puppet"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "你看见鹅卵石，还有转着的水轮。"),
        ((), "你听得见水轮底下的水声。"),
        (("往里",), "你走进磨面间，两块磨石都停着。"),
    ],
)
def test_a_chinese_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=CHINESE)
