"""Texts that are missing, refusals that say nothing, and texts that are too long."""

from __future__ import annotations

import pytest

from tests.authoring.checks.found import found, only


@pytest.mark.parametrize(
    ("instead_of", "more", "message"),
    [
        ('look = "Rain."', 'look = ""', "the place 'yard' has no words"),
        ('text = "Anna holds out a hand."', "text = []", "the scene 'bill' has no words"),
        ('text = "You sleep."', 'text = ""', "the ending 'sleep' has no words"),
        ('stay = true\ntell = "She sighs."', "stay = true", "this choice does nothing and tells nothing"),
        ('say = "He is a bishop, that one."', 'say = ""', "nobody says 'guest' in any words"),
        ("", '[person.bert]\nname = "Bert"\nat = "yard"', "nothing is written of 'bert' to see or to hear"),
        ("", '[[person.anna.offers]]\ntext = "Nod"', "this offer does nothing and tells nothing"),
        ("", '[[rule]]\nafter = "wait"\nwhen = "paid"', "this rule does nothing and says nothing"),
        ("", '[[scene]]\nid = "still"\ntext = ""\nwhen = "paid"', "the scene 'still' has no words"),
    ],
)
def test_missing_words_are_missed(instead_of: str, more: str, message: str) -> None:
    one = only("W117", more, instead_of=instead_of)
    assert one.message == message
    assert one.hint.startswith("add ")


@pytest.mark.parametrize(
    "more",
    [
        '[[scene]]\nid = "still"\ntext = ""\nwhen = "paid"\ndo = ["coins += 1"]',
        '[[rule]]\nafter = "wait"\nwhen = "coins > 0"\ndo = ["coins -= 1"]',
        '[person.bert]\nname = "Bert"\nat = "yard"\nlook = "Wet."',
        '[thing.stone]\nname = "stone"\nat = "yard"',
    ],
)
def test_what_the_game_says_itself_or_nobody_meets_is_not_missed(more: str) -> None:
    assert found(more) == []


def test_a_rule_that_is_to_refuse_says_why() -> None:
    rule = '[[rule]]\nbefore = "take"\nwhen = "paid"\n'
    assert only("W105", rule).message == "this rule refuses nothing, because it does not say why"
    assert found(rule + 'refuse = "Hands off."') == []
    assert found(rule + 'do = ["coins = 0"]') == []


@pytest.mark.parametrize(
    ("instead_of", "key"), [('look = "Rain."', "look"), ('tell = "She counts them twice."', "tell")]
)
def test_a_text_longer_than_a_turns_notes_is_found(instead_of: str, key: str) -> None:
    one = only("W111", f'{key} = "{"rain " * 800}"', instead_of=instead_of)
    assert one.message.startswith("this is about 1001 tokens long; a model is told ")
    assert one.at == key


def test_a_chinese_text_is_as_long_as_it_has_characters() -> None:
    opening = 'opening = "You are wet through."'
    remark = only("W111", f'language = "zh"\nopening = "{"雨" * 600}"', instead_of=opening)
    assert remark.message.startswith("this is about 600 tokens long; a model is told ")


def test_what_no_model_retells_may_be_long() -> None:
    assert found(f'text = "{"sleep " * 900}"', instead_of='text = "You sleep."') == []
    assert found(f'goal = "{"bed " * 1_000}"', instead_of='goal = "Get a room."') == []


def test_all_that_somebody_knows_has_to_fit_a_prompt() -> None:
    known = '[[person.anna.knows]]\nid = "k{}"\ntopic = "k"\nsay = "I do."\ntext = "' + "x " * 4_000 + '"\n'
    assert only("W111", known.format(1) + known.format(2)).message.startswith("all that 'anna' knows makes a prompt")


@pytest.mark.parametrize(
    "when", ['[[lore]]\nwhen = "not paid"', '[[lore]]\nkeys = ["salt"]', '[[secret]]\nid = "a"\nkeys = ["ab"]']
)
def test_what_is_told_in_some_turns_alone_has_to_leave_room_for_them(when: str) -> None:
    remark = only("W111", f'{when}\ntext = "{"salt " * 900}"')
    assert remark.message == "this is about 1126 tokens long; in one turn 300 of them are told at most"


def test_lore_that_always_holds_has_to_leave_room_for_what_was_told() -> None:
    assert found(f'[[lore]]\ntext = "{"salt " * 900}"') == []
    remark = only("W111", f'[[lore]]\ntext = "{"salt " * 2_500}"')
    assert remark.message.startswith("what stands at the head of every prompt is about 31")
    assert remark.hint == "shorten it, or give some of it a `when`"


def test_the_head_of_every_prompt_has_to_leave_room_for_what_was_told() -> None:
    voice = f'[world.voice]\nstyle = "{"dry " * 3_000}"'
    assert only("W111", voice).message.startswith("what stands at the head of every prompt is about 30")
