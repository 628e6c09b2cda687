"""Places that nobody comes to, and ways that nobody comes back by."""

from __future__ import annotations

from tests.authoring.checks.found import found, only

LOFT = '[place.loft]\nname = "loft"\nlook = "Hay."\nexits = {{ {} }}\n'
BARN = '[place.barn]\nname = "barn"\nlook = "Hay."\nexits = { up = "loft" }\n'


def test_a_place_that_nothing_leads_to_says_how_one_is_led_to() -> None:
    one = only("W101", LOFT.format('down = "hall"'))
    assert (one.at, one.message) == ("loft", "nothing leads to the place 'loft'")
    assert one.hint == "let a way of another place lead to it, or an effect: place(you) = loft"


def test_a_place_that_nobody_comes_to_needs_no_way_back_to_it() -> None:
    assert [each.code for each in found(LOFT.format('down = "hall"'))] == ["W101"]


def test_places_that_lead_only_to_each_other_are_found() -> None:
    islands = [each for each in found(LOFT.format('down = "barn"') + BARN) if each.code == "W101"]
    assert len(islands) == 2
    assert all(each.message.endswith("but what never happens, or places that nothing leads to") for each in islands)


def test_a_way_that_never_opens_leads_nowhere() -> None:
    shut = 'exits = {{ west = "hall", up = {{ to = "loft", when = "{}", refuse = "No." }} }}'
    loft = LOFT.format('down = "yard"')
    assert "W101" in codes(shut.format("coins > 5"), loft)
    assert codes(shut.format("coins > 1"), loft) == []


def test_a_place_in_which_the_story_ends_needs_no_way_back() -> None:
    shut = 'exits = { west = "hall", up = "loft" }'
    over = '[[ending]]\nid = "hay"\ntitle = "Hay"\ntext = "You sneeze."\nwhen = "at(loft){}"\n'
    assert codes(shut, LOFT.format("")) == ["W102"]
    assert codes(shut, LOFT.format("") + over.format("")) == []
    assert codes(shut, LOFT.format("") + over.format(" and paid")) == ["W102"]


def codes(instead: str, more: str) -> list[str]:
    """Return the codes found with other exits of the yard."""
    return [each.code for each in found(instead + "\n" + more, instead_of='exits = { west = "hall" }')]
