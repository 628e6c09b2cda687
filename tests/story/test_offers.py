"""What is offered by number."""

from __future__ import annotations

from game.rules.apply import begin_run
from game.story.offers import offers
from game.story.sentences import sentences_for
from tests.kit import inn, play

WORLD = inn()


def texts(*words: str, language: str = "en") -> list[str]:
    """Return the words of the choices offered after some words."""
    return [offer.text for offer in offers(WORLD, sentences_for(language), play(WORLD, *words).state)]


def test_the_likely_actions_are_offered_in_order() -> None:
    assert texts() == [
        "Pay her",
        "Ask for time",
        "Talk to Anna",
        "Take the brass lamp",
        "Go up: the room",
        "Go east: the yard",
        "Look closely at the brass lamp",
        "Look closely at the oak table",
    ]


def test_what_was_looked_at_is_not_offered_again() -> None:
    assert "Look closely at the brass lamp" not in texts("examine lamp")


def test_giving_is_offered_where_it_is_wanted() -> None:
    assert "Give the brass lamp to Anna" in texts("take lamp")


def test_a_topic_is_offered_until_it_is_told() -> None:
    asked = "Ask Anna about the guest"
    assert asked in texts("take lamp", "give lamp to anna")
    assert asked not in texts("take lamp", "give lamp to anna", "ask anna about the guest")


def test_the_same_in_chinese() -> None:
    assert texts(language="zh")[2:5] == ["和Anna说话", "拿brass lamp", "往上走：the room"]


def test_nothing_is_offered_after_the_end() -> None:
    assert texts("pay her", "wait", "up") == []


def test_where_nothing_is_likely_everything_legal_is_offered() -> None:
    bare = inn(
        '[place.pit]\nname = "the pit"\nlook = "Deep."\n'
        '[[scene]]\nid = "fall"\ntext = "You fall."\ndo = ["place(you) = pit"]\npriority = 9\n'
    )
    offered = offers(bare, sentences_for("en"), begin_run(bare, 7).state)
    assert [offer.text for offer in offered] == ["Look around", "Wait"]
