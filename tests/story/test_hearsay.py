"""What people say of what they have heard: from whom they have it, in whose words, and what a model is told of it."""

from __future__ import annotations

import pytest

from game.rules.events import Event
from game.story.beats import beats_of
from game.story.company import said_freely
from game.story.deeds import deeds_of
from game.story.prompt import line_request
from game.story.recollections import recollections
from game.story.scene import speaker_of
from game.story.sentences import sentences_for
from game.story.witness import witnessed
from tests.gossip import house
from tests.kit import Played, play, step

WORLD, SENTENCES = house(), sentences_for("en")
SAID = "I have it from Mira. Smugglers cracked the lens."
TO_WREN = (*["wait"] * 5, "east", "north")


def line(*words: str) -> tuple[str, str]:
    """Return who speaks in the turn of the last words, and what they say."""
    before = play(WORLD, *words[:-1]).state
    beats = beats_of(WORLD, SENTENCES, before, step(WORLD, before, words[-1]))
    return next((each.speaker, each.text) for each in beats if each.kind == "line")


def prompted(played: Played, person: str) -> str:
    """Return what a model is told that speaks for a person."""
    return line_request(WORLD, speaker_of(WORLD, played.state, person), "well?", (), seed=1).messages[-1].text


def test_they_say_from_whom_they_have_it() -> None:
    assert line("wait", "east", "ask abel about the lens") == ("abel", SAID)


def test_an_author_may_have_them_say_it_in_their_own_way() -> None:
    assert line(*TO_WREN, "ask wren about the lens") == ("wren", "They say it was no storm.")


def test_the_one_who_knows_it_says_it_as_ever() -> None:
    revealed = house('trust = 2\nsays = ["Hm."]', instead_of='says = ["Hm."]')
    before = play(revealed, "wait", "east").state
    beats = beats_of(revealed, SENTENCES, before, step(revealed, before, "ask mira about the lens"))
    assert "They cracked it. I watched them." in [each.text for each in beats]


def test_in_chinese_too() -> None:
    said = sentences_for("zh").say("hearsay", person="米拉", text="灯是走私贩子砸的。")
    assert said == "这是听米拉说的。灯是走私贩子砸的。"


def test_nobody_sees_it_being_passed_on() -> None:
    for words in (("wait",), ("east", "west")):
        played = play(WORLD, *words)
        before = play(WORLD, *words[:-1]).state
        beats = beats_of(WORLD, SENTENCES, before, step(WORLD, before, words[-1]))
        assert not any("lens" in each.text for each in beats)
        assert not any("lens" in str(each.event) for each in witnessed("mira", played.state, played.past))


def test_it_is_no_deed_of_the_player_s_until_they_are_told() -> None:
    events: list[Event] = [each for turn in play(WORLD, *["wait"] * 5).turns for each in turn]
    assert not any("lens" in each.text for each in deeds_of(WORLD, SENTENCES, events))


def test_what_is_remembered_is_who_told_it() -> None:
    deeds = deeds_of(WORLD, SENTENCES, play(WORLD, "wait", "east", "ask abel about the lens").events)
    [learned] = [each for each in deeds if each.key == "known lens"]
    assert learned.text == "Abel told you about the lens."
    assert learned.full == "Abel told you this: Smugglers cracked the lens."


def test_whoever_was_asked_remembers_it() -> None:
    played = play(WORLD, "wait", "east", "ask abel about the lens")
    remembered = recollections(WORLD, SENTENCES, played.state, "abel", played.past)
    assert remembered.summary == ("You asked me about the lens.",)


def test_a_model_is_told_of_it_once_it_is_open_and_not_before() -> None:
    assert "Smugglers" not in prompted(play(WORLD, "wait", "east"), "abel")
    told = prompted(play(WORLD, "wait", "east", "ask abel about the lens"), "abel")
    assert "From Mira you have heard this: Smugglers cracked the lens." in told


def test_who_has_not_heard_it_is_not_told_of_it() -> None:
    played = play(WORLD, "wait", "east", "ask abel about the lens")
    assert "Smugglers" in prompted(played, "abel")
    assert "Smugglers" not in prompted(played, "wren")


@pytest.mark.parametrize("words", ["what of the lens?", "the lens"])
def test_in_a_talk_the_topic_is_enough(words: str) -> None:
    state = play(WORLD, "wait", "east", "talk to abel").state
    action = said_freely(WORLD, SENTENCES, state, words)
    assert (getattr(action, "person", ""), getattr(action, "topic", "")) == ("abel", "lens")
