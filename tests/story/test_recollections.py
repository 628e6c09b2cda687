"""What people say they remember of the player, and what a prompt holds of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.actions import Talk
from game.rules.apply import apply
from game.rules.world import World
from game.story.parser import Understood, parse
from game.story.recollections import Recollections, asks_back, beats_of_turn, recalled, recollections
from game.story.sentences import sentences_for
from game.story.turn import Turn
from tests.kit import inn, play

EN, ZH = sentences_for("en"), sentences_for("zh")
BERT = '[person.bert]\nname = "Bert"\nat = "yard"\nsays = ["Wet."]\nschedule = [{ at = "hall", when = "time >= 2" }]\n'
WORLD = inn(BERT)
OFFER = '[[person.anna.offers]]\nid = "dishes"\ntext = "Wash the dishes"\nkeys = ["wash up"]\n'


def told(person: str, *words: str, world: World = WORLD) -> tuple[str, ...]:
    """Return what a person remembers after some words."""
    played = play(world, *words)
    remembered = recollections(world, EN, played.state, person, played.past)
    return (*remembered.summary, *remembered.deeds)


def test_gifts_choices_and_deeds_are_remembered_by_those_who_saw_them() -> None:
    done = told("anna", "take lamp", "give lamp to anna", "pay her")
    assert done == ("‘Pay her’: that was you.", "You took the brass lamp.", "You gave me the brass lamp.")
    assert told("bert", "take lamp", "give lamp to anna", "pay her") == done[:1]  # he came in for it


def test_an_offer_that_was_taken_up_is_remembered() -> None:
    assert told("anna", "anna, I will wash up", world=inn(OFFER)) == ("‘Wash the dishes’: that was you.",)


def test_questions_are_told_together_and_words_as_they_were_said() -> None:
    asked = ("take lamp", "give lamp to anna", "ask anna about the guest")
    words = (*asked, "anna, Good Evening to you", "tell anna I am wet")
    assert told("anna", *words)[0] == "You asked me about the guest."
    assert told("anna", *words)[-2:] == ("You said to me: ‘Good Evening to you’.", "You said to me: ‘I am wet’.")


def test_talk_with_others_is_overheard_without_its_words() -> None:
    assert told("bert", "wait", "wait", "anna, the secret word is quince")[-1] == "You talked with Anna."


def test_what_was_done_twice_is_told_once() -> None:
    assert told("anna", "take lamp", "drop lamp", "take lamp") == (
        "You put the brass lamp down.",
        "You took the brass lamp.",
    )


def test_nothing_said_of_what_is_closed_is_repeated() -> None:
    assert told("anna", "anna, is there a bishop upstairs?") == ()
    open_now = ("anna, is there a bishop upstairs?", "take lamp", "give lamp to anna")
    assert told("anna", *open_now)[0] == "You said to me: ‘is there a bishop upstairs?’."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Nothing. I have yet to see you do anything."),
        (("east", "west"), "I have seen you come and go. There is little else."),
        (("take lamp",), "What do I remember of you? You took the brass lamp."),
        (
            ("take lamp", "give lamp to anna"),
            "You? A good deal, and gladly. You took the brass lamp. You gave me the brass lamp.",
        ),
    ],
)
def test_asked_for_it_a_person_tells_in_their_manner(words: tuple[str, ...], said: str) -> None:
    played = play(WORLD, *words)
    state, past = played.state, played.past
    assert recalled(WORLD, EN, state, "anna", past) == said


def test_one_who_trusts_less_is_cool_and_chinese_is_chinese() -> None:
    played = play(WORLD, "take lamp")
    state, past = played.state, played.past
    cool = replace(state, trust={**state.trust, "anna": -1})
    assert recalled(WORLD, ZH, cool, "anna", past) == "比你愿意我记得的要多。你拿走了brass lamp。"


def test_a_long_acquaintance_is_told_by_its_end() -> None:
    words = [f"anna, word {number}" for number in range(9)]
    played = play(WORLD, *words)
    state, past = played.state, played.past
    said = recalled(WORLD, EN, state, "anna", past)
    assert "word 8" in said
    assert "word 2" not in said
    assert said.endswith("There was more, before that.")


@pytest.mark.parametrize("words", ["anna, what do you remember of me?", "ask anna if she can remember me"])
def test_the_question_is_a_talk_of_its_own(words: str) -> None:
    played = play(WORLD, "take lamp")
    state, past = played.state, played.past
    parsed = parse(WORLD, EN, state, words)
    assert isinstance(parsed, Understood)
    assert parsed.action == Talk("anna", "you", words)
    outcome = apply(WORLD, state, parsed.action)
    assert asks_back(outcome.events)
    line, *_ = beats_of_turn(WORLD, EN, Turn(words, state, outcome, past, 1))
    assert (line.speaker, line.free) == ("anna", False)
    assert line.text == "What do I remember of you? You took the brass lamp."


def test_who_says_that_they_remember_asks_nothing() -> None:
    parsed = parse(WORLD, ZH, play(WORLD).state, "Anna，我还记得我的灯")
    assert isinstance(parsed, Understood)
    assert parsed.action == Talk("anna", "", "Anna，我还记得我的灯")


def test_it_is_asked_in_chinese_too() -> None:
    parsed = parse(WORLD, ZH, play(WORLD).state, "Anna，你还记得我什么？")
    assert isinstance(parsed, Understood)
    assert isinstance(parsed.action, Talk)
    assert parsed.action.topic == "you"


def test_a_prompt_has_room_for_the_summary_and_the_last_deeds_only() -> None:
    deeds = tuple(f"You took the thing number {number}." for number in range(30))
    brief = Recollections(("You asked me about rain.",), deeds).briefly(" ")
    assert brief.startswith("You asked me about rain. You took")
    assert brief.endswith("number 29.")
    assert len(brief) <= 240
    assert len(Recollections(("x" * 300,), deeds).briefly(" ")) == 240


def test_choices_are_told_together() -> None:
    assert told("anna", "ask for time", "pay her") == ("‘Ask for time’ and ‘Pay her’: that was you.",)


def test_a_world_without_what_was_done_says_nothing_of_it() -> None:
    played = play(inn(BERT + OFFER), "take lamp", "anna, I will wash up")
    state, past = played.state, played.past
    smaller = WORLD
    assert recollections(smaller, EN, state, "anna", past) == Recollections((), ("You took the brass lamp.",))
