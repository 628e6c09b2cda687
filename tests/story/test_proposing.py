"""Offers in a player's words: which are taken up, told how, and what is left alone."""

from __future__ import annotations

import pytest

from game.rules.actions import Talk
from game.rules.apply import apply
from game.story.beats import Beat, beats_of
from game.story.offers import offers
from game.story.parser import Understood, parse
from game.story.proposing import taken_up
from game.story.sentences import sentences_for
from tests.kit import inn, play

EN = sentences_for("en")
OFFERS = """
[[person.anna.offers]]
id = "dishes"
text = "Offer to wash the dishes"
keys = ["wash the dishes", "work for it"]
tell = "Anna looks at your hands."
say = "Sleeves up, then."
do = ["coins += 1"]
[[person.anna.offers]]
text = "Swear to come back"
when = "agreed(dishes)"
keys = ["come back"]
once = false
"""
WORLD = inn(OFFERS)
ZH = inn('[[person.anna.offers]]\ntext = "答应洗碗"\nkeys = ["洗碗"]\n')


def meant(words: str, *before: str) -> Talk:
    """Return the talk that some words to Anna mean."""
    parsed = parse(WORLD, EN, play(WORLD, *before).state, words)
    assert isinstance(parsed, Understood)
    assert isinstance(parsed.action, Talk)
    return parsed.action


def beats(*words: str) -> tuple[Beat, ...]:
    """Return the beats of the last of some words."""
    before = play(WORLD, *words[:-1]).state
    parsed = parse(WORLD, EN, before, words[-1])
    assert isinstance(parsed, Understood)
    return beats_of(WORLD, EN, before, apply(WORLD, before, parsed.action))


def test_an_open_offer_is_a_choice_in_its_own_words() -> None:
    shown = [each.text for each in offers(WORLD, EN, play(WORLD).state)]
    assert shown[2:4] == ["Talk to Anna", "Offer to wash the dishes"]
    assert "Swear to come back" not in shown


def test_no_offer_is_left_out_where_there_are_many() -> None:
    many = inn("".join(f'[[person.anna.offers]]\ntext = "Offer {n}"\n' for n in range(9)))
    assert sum(each.text.startswith("Offer ") for each in offers(many, EN, play(many).state)) == 9


@pytest.mark.parametrize(
    "words",
    ["Offer to wash the dishes", "tell anna I will wash the dishes", "anna, may I work for it?", '"I work for it"'],
)
def test_an_offer_is_taken_up_in_free_words(words: str) -> None:
    assert meant(words).offer == "dishes"


@pytest.mark.parametrize(
    "words",
    [
        "tell anna I will not wash the dishes",
        "anna, I won't work for it",
        "tell anna about the dishes",
        "tell anna I work",
        "talk to anna",
    ],
)
def test_what_denies_it_or_says_half_of_it_is_only_talk(words: str) -> None:
    assert meant(words).offer == ""


def test_the_longer_of_a_topic_and_an_offer_is_meant() -> None:
    world = inn(OFFERS.replace('"work for it"', '"guest"'))
    state = play(world, "take lamp", "give lamp to anna").state
    asked = parse(world, EN, state, "ask anna who the guest is")
    told = parse(world, EN, state, "tell anna your guest and I will wash the dishes")
    assert isinstance(asked, Understood)
    assert asked.action == Talk("anna", "guest", "ask anna who the guest is")
    assert isinstance(told, Understood)
    assert isinstance(told.action, Talk)
    assert told.action.offer == "dishes"


def test_a_closed_offer_is_not_taken_up() -> None:
    assert meant("anna, I will come back").offer == ""
    assert meant("anna, I will come back", "offer to wash the dishes").offer == "anna.2"


def test_an_offer_is_told_and_answered_in_the_authors_words() -> None:
    told, said = beats("anna, let me wash the dishes")
    assert (told.kind, told.text) == ("result", "Anna looks at your hands.")
    assert (said.kind, said.text, said.speaker) == ("line", "Sleeves up, then.", "anna")
    assert said.heard == "anna, let me wash the dishes"
    assert not said.free


def test_one_without_words_is_told_by_the_engine() -> None:
    assert [each.text for each in beats("offer to wash the dishes", "swear to come back")] == ["Anna agrees to it."]


def test_chinese_questions_deny_nothing() -> None:
    words = sentences_for("zh").particles["denying"]
    known = ZH.people["anna"].offers
    assert taken_up(known, "我能不能洗碗", denying=words) == [("anna.1", ("洗碗",))]
    assert taken_up(known, "我不洗碗", denying=words) == []
