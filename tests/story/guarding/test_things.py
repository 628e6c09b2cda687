"""Nothing is handled or lies about that is elsewhere, and nothing that stories turn on is made up."""

from __future__ import annotations

import pytest

from game.story.guarding.things import misplaced
from tests.story.guarding.stage import CHINESE, ENGLISH, reason_of, why


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "An iron key hangs from a nail beside the door."),
        ((), "The iron key is cold in your hand."),
        ((), "There is a brass hopper over the trough."),
        ((), "A pistol lies in the trough."),
        ((), "Joan turns the iron key over in her fingers."),
        ((), "The sealed letter lies on the rim of the trough."),
        (("give letter to joan",), "The sealed letter is still in your pocket."),
    ],
)
def test_an_english_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(misplaced, sentence, *commands, world=ENGLISH) == "thing"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "There is no key on any of the nails."),
        ((), "The letter rustles in your pocket."),
        ((), "The sacks are big enough to lose a pistol in."),
        ((), "The lamp lays a coin of yellow light on the cobbles."),
        ((), "There is a notch where a small knife went in."),
        (("go in", "go up", "take iron key"), "The iron key is cold in your hand."),
    ],
)
def test_an_english_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=ENGLISH)


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "门边的钉子上挂着一把铁钥匙。"),
        ((), "铁钥匙在你手里冰凉。"),
        ((), "水槽里放着一把手枪。"),
    ],
)
def test_a_chinese_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(misplaced, sentence, *commands, world=CHINESE) == "thing"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "钉子上没有铁钥匙。"),
        (("往里", "往上", "拿铁钥匙"), "铁钥匙在你手里冰凉。"),
    ],
)
def test_a_chinese_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=CHINESE)


def test_a_speaker_does_not_keep_what_the_player_has() -> None:
    line = "That's your sealed letter I'm putting under the sacks."
    assert reason_of(misplaced, line, "talk to joan", world=ENGLISH, speaker="joan") == "thing"
    line = "Keep your sealed letter dry."
    assert not reason_of(misplaced, line, "talk to joan", world=ENGLISH, speaker="joan")
