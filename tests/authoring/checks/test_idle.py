"""Keys that do nothing because another one is missing beside them."""

from __future__ import annotations

import pytest

from tests.authoring.checks.found import found, only

THING = '\n[thing.box]\nname = "box"\nat = "hall"\n'
SCENE = '\n[[scene]]\nid = "s"\nwhen = "paid"\ntext = "Hm."\n'
RULE = '\n[[rule]]\ntell = "Hm."\n'


@pytest.mark.parametrize(
    ("more", "key", "hint"),
    [
        (THING + 'wear = "It fits."\n', "wear", "add worn = …, or leave 'wear' out"),
        (THING + 'open = "It opens."\n', "open", "add closed = …, or leave 'open' out"),
        (THING + 'key = "lamp"\n', "key", "add locked = …, or leave 'key' out"),
        (THING + 'lit = false\nlight = "It takes."\n', "light", "add switch = …, or leave 'light' out"),
        (SCENE + "hold = true\n", "hold", "add choice = …, or leave 'hold' out"),
        (SCENE + "cooldown = 3\n", "cooldown", "add once = false, or leave 'cooldown' out"),
        (SCENE + '[[scene.choice]]\ntext = "Go"\ntell = "Gone."\nrefuse = "No."\n', "refuse", "add when = …"),
        (RULE + 'after = "go"\nrefuse = "No."\n', "refuse", "add before = …, or leave 'refuse' out"),
        (RULE + 'unless = "go north"\n', "unless", "add before = …, or leave 'unless' out"),
        (RULE + 'before = "go"\nafter = "wait"\n', "after", "make two rules of it, one for each"),
    ],
)
def test_a_key_that_does_nothing_says_what_it_needs(more: str, key: str, hint: str) -> None:
    one = only("W118", more)
    assert one.at == key
    assert hint in one.hint


@pytest.mark.parametrize("idle", ["hidden = true", 'refuse = "No."'])
def test_a_way_that_is_never_shut_needs_no_words_for_it(idle: str) -> None:
    one = only("W118", f'east = {{ to = "yard", {idle} }}', instead_of='east = "yard"')
    assert one.hint.startswith("add when = …")


def test_words_for_details_that_nothing_may_have_do_nothing() -> None:
    one = only("W118", '[details.smell]\nwhat = { tar = "tar" }\n')
    assert (one.at, one.message) == ("smell", "'smell' does nothing: no place or person may have one")


def test_words_that_no_sentence_holds_do_nothing() -> None:
    loft = '[place.loft]\nname = "a"\nlook = "b"\nexits = { down = "hall" }\ninvent = true\n'
    one = only("W118", loft + '[details.fixture]\nhow = { a = "b" }\n')
    assert one.message == "'how' does nothing: no sentence of a fixture holds it"


def test_leave_to_make_up_does_nothing_in_a_language_without_words() -> None:
    loft = '[place.loft]\nname = "a"\nlook = "b"\nexits = { down = "hall" }\ninvent = true\n'
    french = f'language = "fr"\n[sentences]\nwaited = "Le temps passe."\n{loft}[facts]'
    one = only("W118", french, instead_of="[facts]")
    assert (one.at, one.hint) == ("invent", "add some for 'fr' under [details]")


def test_a_key_with_the_other_beside_it_is_not_remarked() -> None:
    assert "W118" not in [each.code for each in found(THING + 'worn = false\nwear = "It fits."\n')]


def test_a_thing_at_one_that_holds_nothing_is_named() -> None:
    one = only("W118", THING + '[thing.note]\nname = "note"\nat = "box"\n')
    assert one.message == "'note' is at 'box', which holds nothing"


def test_things_within_one_another_are_nowhere() -> None:
    within = THING.replace('"hall"', '"bin"') + 'holds = "in"\n[thing.bin]\nname = "bin"\nat = "box"\nholds = "in"\n'
    assert [each.message for each in found(within) if each.code == "W107"] == [
        "'box' is within itself, and so nowhere that a player comes to",
        "'bin' is within itself, and so nowhere that a player comes to",
    ]
