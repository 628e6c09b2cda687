"""Conditions that never hold or always do, and what waits in vain."""

from __future__ import annotations

import pytest

from tests.authoring.checks.found import found, only

SCENE = '[[scene]]\nid = "odd"\ntext = "Odd."\nwhen = "{}"'


@pytest.mark.parametrize(
    ("condition", "hint"),
    [
        ("coins > 3 and coins < 2", "'coins' is never above 3"),
        ("coins > 2 and coins < 1", "'coins' cannot be both at once"),
        ("paid and not paid", "'paid' cannot be both at once"),
        ("at(hall) and at(room)", "the player is in one place at a time"),
        ("place(table) == yard", "'place(table)' is only ever 'hall'"),
        ("time < 0", "'time' is never below 0"),
        ("trust(anna) == 7 and coins == 9", "'coins' is never above 3"),
        ("closed(lamp)", "'closed(lamp)' is only ever 'false'"),
        ("chosen(pay) and not seen(bill)", "its parts exclude each other"),
        ("at(hall) and not visited(hall)", ""),
        ("has(lamp) and not here(lamp)", "its parts exclude each other"),
        ("here(anna) and at(yard)", "its parts exclude each other"),
        ("coins + 1 > 5", "its parts exclude each other"),
        ("coins % 2 == 3", "its parts exclude each other"),
        ("place(anna) == place(table) and done(bed) and not begun(bed)", "its parts exclude each other"),
    ],
)
def test_a_condition_that_can_never_hold_is_found_whole(condition: str, hint: str) -> None:
    one = only("W112", SCENE.format(condition))
    assert (one.at, one.message) == (condition, "this scene can never begin: its condition never holds")
    assert hint in one.hint


@pytest.mark.parametrize(
    "condition",
    [
        "coins > 1 and coins < 3",
        "paid or not time == 3",
        "at(hall) and not at(room)",
        "place(lamp) == yard and not has(lamp)",
        "place(lamp) == anna",
        "here(anna) and at(hall)",
        "coins * 2 - time > 5 and coins != 0",
        "trust(anna) > 1 and mood(anna) == 'tired'",
        "not (has(lamp) and at(cellar)) and (paid or time > 9)",
        "false",
    ],
)
def test_a_condition_that_may_hold_and_fail_is_passed_over(condition: str) -> None:
    assert {each.code for each in found(SCENE.format(condition))} <= {"W106"}


@pytest.mark.parametrize(
    ("condition", "hint"),
    [
        ("paid or not paid", "leave it out"),
        ("time >= 0", "'time' is never below 0"),
        ("coins < 4", "'coins' is never above 3"),
        ("visited(hall)", "leave it out"),
        ("not ended(sleep) or ended(sleep)", "leave it out"),
    ],
)
def test_a_condition_that_always_holds_is_found(condition: str, hint: str) -> None:
    one = only("W113", SCENE.format(condition))
    assert (one.at, one.message) == (condition, "this scene may always begin: its condition never fails")
    assert hint in one.hint


def test_the_word_true_is_meant() -> None:
    assert found(SCENE.format("true")) == []


def test_a_word_that_a_fact_never_holds_gets_the_near_one() -> None:
    told = "{hour == 'nihgt': Dark. | Light.} {coins}"
    more = f'[[rule]]\nafter = "wait"\ndo = ["hour = \'dawn\'"]\ntell = "{told}"'
    one = only("W112", more)
    assert one.at == "hour == 'nihgt'"
    assert one.hint == "'hour' is only ever 'dawn' or 'night'; did you mean 'night'?"


@pytest.mark.parametrize(
    ("instead_of", "more", "message"),
    [
        ('when = "has(lamp)", hidden', 'when = "at(yard)", hidden', "this way can never be taken"),
        ('when = "coins >= 2"', 'when = "coins >= 4"', "this choice can never be open"),
        ('text = "Ask for time"', 'text = "Ask"\nwhen = "not seen(bill)"', "this choice can never be open"),
        ('when = "trust(anna) >= 1"', 'when = "trust(anna) < 0"', "nobody can ever be told this"),
        ('when = "visited(room) and time >= 3"', 'when = "place(anna) == room"', "this ending can never come"),
        ('when = "coins == 0"', 'when = "coins == 9"', "this is never noticed"),
        ('done = "visited(room)"', 'done = "coins > 3"', "this quest never comes to it"),
        ('{ when = "paid", text', '{ when = "time < 0", text', "this wording is never told"),
        ('look = "Barrels."', 'look = "Barrels."\ndark = "coins < 0 and coins > 2"', "it is never dark here"),
    ],
)
def test_what_a_condition_keeps_shut_is_said(instead_of: str, more: str, message: str) -> None:
    assert only("W112", more, instead_of=instead_of).message.startswith(message)


@pytest.mark.parametrize("word", ["", ', refuse = "Locked for good."'])
def test_a_way_that_is_shut_by_one_word_is_meant(word: str) -> None:
    gate = f'north = {{ to = "yard", when = "false"{word} }}\neast = "yard"'
    assert "W112" not in {each.code for each in found(gate, instead_of='east = "yard"')}


def test_a_choice_that_nobody_ever_sees_is_not() -> None:
    choice = 'text = "Ask for time"\nwhen = "false"'
    assert only("W112", choice, instead_of='text = "Ask for time"').message.startswith("this choice can never be open")
    refused = choice + '\nrefuse = "She will not hear of it."'
    assert found(refused, instead_of='text = "Ask for time"') == []


LOST = '[[scene]]\nid = "lost"\nwhen = "false"\ntext = "Lost."\ndo = ["hour = \'dawn\'"]\n'


@pytest.mark.parametrize(
    ("condition", "hint"),
    [
        ("seen(lost)", "seen(lost) is never true"),
        ("at(hall) and seen(lost)", "seen(lost) is never true"),
        ("hour == 'dawn'", "hour == 'dawn' is never true"),
        ("has(table)", "has(table) is never true"),
        ("not met(anna) and examined(table) and seen(lost)", "seen(lost) is never true"),
    ],
)
def test_what_waits_for_what_never_happens_is_found(condition: str, hint: str) -> None:
    one = only("W115", LOST + SCENE.format(condition))
    assert (one.at, one.message) == (condition, "this scene can never begin: it waits for what never happens")
    assert one.hint == hint


def test_one_wait_in_vain_keeps_others_waiting() -> None:
    later = '[[scene]]\nid = "later"\ntext = "Later."\nwhen = "seen(odd)"'
    codes = [each.code for each in found(LOST + SCENE.format("seen(lost)") + "\n" + later)]
    assert codes == ["W106", "W115", "W115"]


def test_a_scene_that_a_choice_leads_to_is_waited_for_with_reason() -> None:
    rule = '[[scene]]\nid = "fork"\ntext = "?"\n[[scene.choice]]\ntext = "On"\nthen = "lost"\n'
    assert found(LOST + rule + SCENE.format("seen(lost)")) == []


def test_a_scene_that_only_a_shut_choice_leads_to_is_not_come_to() -> None:
    rule = '[[scene]]\nid = "fork"\ntext = "?"\n[[scene.choice]]\ntext = "On"\nthen = "lost"\nwhen = "coins > 5"\n'
    codes = [each.code for each in found(LOST + rule)]
    assert sorted(codes) == ["W106", "W112"]


OFFER = '[[person.anna.offers]]\nid = "vow"\ntext = "Vow"\nsay = "Hm."\nwhen = "{}"\n'


def test_an_offer_that_can_never_be_open_is_found() -> None:
    assert only("W112", OFFER.format("coins > 3")).message.startswith("this offer can never be open")
    assert only("W113", OFFER.format("paid or not paid")).message.startswith("this offer is always open")
    assert (
        only("W115", OFFER.format("agreed(vow)")).message
        == "this offer can never be open: it waits for what never happens"
    )


def test_an_offer_that_follows_on_another_is_passed_over() -> None:
    assert found(OFFER.format("coins < 3") + OFFER.format("agreed(vow)").replace('"vow"', '"next"')) == []
