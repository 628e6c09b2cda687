"""Free words in a talk: to whom they go, and what stays a command."""

from __future__ import annotations

import pytest

from game.rules.actions import Action, Part, Take, Talk
from game.story.company import in_turn
from game.story.offers import offers
from game.story.parser import NotUnderstood, Understood, parse
from game.story.sentences import sentences_for
from tests.kit import inn, play

EN, ZH = sentences_for("en"), sentences_for("zh")
WORLD = inn("""
[person.bert]
name = "Bert"
aliases = ["carter"]
at = "hall"
says = ["Evening."]
[[person.bert.knows]]
id = "road"
topic = "the road"
text = "The road is out."
say = "It's out."
[[person.bert.offers]]
id = "lift"
text = "Ask Bert for a lift"
keys = ["a lift"]
say = "No."
[[person.anna.knows]]
id = "oil"
topic = "the oil"
text = "There is none."
say = "None."
""")
TALKING = ("talk to anna",)


def meant(words: str, *before: str) -> Action | None:
    """Return what words mean after others; None where they mean nothing."""
    parsed = parse(WORLD, EN, play(WORLD, *before).state, words)
    return parsed.action if isinstance(parsed, Understood) else None


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("how are you tonight", ""),
        ("it is a wet night", ""),
        ("and the oil?", "oil"),
        ("where is the oil", "oil"),
        ("take me with you?", ""),
        ("tell me about the oil", "oil"),
        ("do you remember me", "you"),
    ],
)
def test_what_is_no_command_is_said_to_whom_one_talks_with(words: str, topic: str) -> None:
    assert meant(words, *TALKING) == Talk("anna", topic, words)


def test_while_a_scene_holds_nothing_is_said() -> None:
    knock = """
[[scene]]
id = "knock"
when = "met(anna)"
text = "A knock."
hold = true
priority = 9
[[scene.choice]]
text = "Open the door"
"""
    world = inn(knock)
    parsed = parse(world, EN, play(world, *TALKING).state, "how are you tonight")
    assert isinstance(parsed, NotUnderstood)


def test_without_a_talk_it_means_nothing() -> None:
    assert meant("how are you tonight") is None
    assert meant("how are you tonight", *TALKING, "bye") is None
    assert meant("how are you tonight", *TALKING, "east", "west") is None


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("take lamp", Take("lamp")),
        ("bye", Part("anna")),
        ("farewell anna", Part("anna")),
        ("Anna, goodbye!", Part("anna")),
        ("bye for now", Part("anna")),
    ],
)
def test_a_command_stays_a_command(words: str, action: Action) -> None:
    assert meant(words, *TALKING) == action


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("what of the road", "bert"),
        ("could I have a lift", "bert"),
        ("bert what do you say", "bert"),
        ("what do you say to that, carter", "bert"),
        ("the road and the oil are bad", "anna"),
        ("I am cold", "anna"),
    ],
)
def test_in_company_they_go_to_whom_they_concern_or_to_whom_was_spoken_last(words: str, person: str) -> None:
    action = meant(words, *TALKING)
    assert isinstance(action, Talk)
    assert action.person == person


def test_what_only_one_here_can_be_asked_is_asked_of_them_without_a_talk() -> None:
    assert meant("give me a lift?") == Talk("bert", words="give me a lift?", offer="lift")
    assert meant("so, do you remember me") is None  # which of the two?


def test_an_offer_is_taken_up_in_a_talk() -> None:
    assert meant("a lift, please", "talk to bert") == Talk("bert", words="a lift, please", offer="lift")


def test_nobody_is_left_who_is_not_talked_with() -> None:
    parsed = parse(WORLD, EN, play(WORLD).state, "bye")
    assert parsed == NotUnderstood("You are talking with nobody.")


def test_what_can_be_said_in_a_talk_stands_first_after_a_scenes_choices() -> None:
    shown = [each.text for each in offers(WORLD, EN, play(WORLD, "talk to bert").state)]
    assert shown[2:5] == ["Ask Bert for a lift", "Ask Bert about the road", "Talk to Anna"]


@pytest.mark.parametrize(
    ("words", "parted"),
    [
        ("ask both about the road", ("ask Anna about the road", "ask Bert about the road")),
        ("Talk to everyone", ("Talk to Anna", "Talk to Bert")),
        ("ask bothersome bert", ("ask bothersome bert",)),
        ("take both", ("take both",)),
    ],
)
def test_all_are_asked_one_after_the_other(words: str, parted: tuple[str, ...]) -> None:
    assert in_turn(WORLD, EN, play(WORLD).state, words) == parted


def test_in_chinese_too() -> None:
    assert in_turn(WORLD, ZH, play(WORLD).state, "问大家路的事") == ("问Anna路的事", "问Bert路的事")
    parsed = parse(WORLD, ZH, play(WORLD, *TALKING).state, "今晚可真冷")
    assert isinstance(parsed, Understood)
    assert parsed.action == Talk("anna", "", "今晚可真冷")
    for words in ("再见", "Anna，再见"):
        left = parse(WORLD, ZH, play(WORLD, *TALKING).state, words)
        assert isinstance(left, Understood)
        assert left.action == Part("anna")


def test_one_alone_is_asked_alone() -> None:
    alone = inn()
    assert in_turn(alone, EN, play(alone).state, "ask both about rain") == ("ask both about rain",)
