"""What a player cannot tell apart."""

from __future__ import annotations

from tests.authoring.checks.found import found, only

LAMP = '\n[thing.second]\nname = "{}"\nat = "{}"\n'
SCENE = '\n[[scene]]\nid = "s"\nwhen = "paid"\ntext = "Hm."\n'
CHOICE = '[[scene.choice]]\ntext = "Go"\ntell = "Gone."\n'


def codes(more: str) -> list[str]:
    return [each.code for each in found(more)]


def test_two_things_of_one_name_at_one_place_are_named() -> None:
    one = only("W119", LAMP.format("Cup", "hall") + LAMP.format("cup", "hall").replace("second", "third"))
    assert one.message == "'third' has the name of another at the same place: “cup”"
    assert one.hint == "name them apart: a player types their names"


def test_two_things_of_one_name_in_two_places_are_let_be() -> None:
    assert "W119" not in codes(LAMP.format("cup", "hall") + LAMP.format("cup", "yard").replace("second", "third"))


def test_a_person_and_a_thing_of_one_name_are_named() -> None:
    one = only("W119", LAMP.format("Tom", "hall") + '[person.tom]\nname = "Tom"\nat = "hall"\nsays = ["Hm."]\n')
    assert one.message == "'tom' has the name of another at the same place: “Tom”"


def test_two_choices_of_one_scene_that_read_the_same_are_named() -> None:
    assert only("W119", SCENE + CHOICE + CHOICE).message == "another choice of this scene reads the same: “Go”"


def test_choices_that_conditions_keep_apart_may_read_the_same() -> None:
    assert "W119" not in codes(SCENE + CHOICE + 'when = "coins > 1"\n' + CHOICE + 'when = "coins < 2"\n')


def test_two_offers_of_one_person_that_read_the_same_are_named() -> None:
    offer = '[[person.anna.offers]]\ntext = "Nod"\nsay = "Well then."\n'
    assert only("W119", offer + offer).message == "another offer of 'anna' reads the same: “Nod”"
    assert "W119" not in codes(offer + offer + 'when = "coins > 1"\n')


def test_a_choice_whose_alias_is_another_of_its_scene_is_named() -> None:
    other = CHOICE.replace('"Go"', '"Leave"\naliases = ["go"]')
    assert only("W119", SCENE + CHOICE + other).message == "another choice of this scene reads the same: “go”"
