"""What a prompt may hold of what is closed."""

from __future__ import annotations

import pytest

from tests.authoring.checks.found import found, only


@pytest.mark.parametrize(
    ("instead_of", "more", "at"),
    [
        ('name = "the hall"', 'name = "the Bishop\'s hall"', "name"),
        ('voice = "brisk"', 'voice = "brisk, and like a bishop"', "voice"),
        ('look = "It wants oil."', 'look = "A bishop would want oil."', "look"),
        ('name = "brass lamp"', 'name = "bishop\'s lamp"', "name"),
        ('opening = "You are wet', 'opening = "You are a bishop, and wet', "opening"),
        ('says = ["We are full."', 'says = ["The bishop pays."', "T"),
        ('hour = "night"', 'hour = "the bishop\'s hour"', "hour"),
        ('text = "Anna holds out a hand."', 'text = "Anna holds out a hand to the bishop."', "text"),
        ("The stairs are barred.", "The bishop is on the stairs.", "refuse"),
        ('goal = "Get a room."', 'goal = "Get the bishop\'s room."', "goal"),
    ],
)
def test_a_key_in_what_is_told_at_first_is_found(instead_of: str, more: str, at: str) -> None:
    one = only("W110", more, instead_of=instead_of)
    assert "'bishop'" in one.message
    assert one.at[:1] in (at[:1], '"')


@pytest.mark.parametrize(
    ("instead_of", "more"),
    [
        ('look = "Barrels."', 'look = "The bishop\'s barrels."'),
        ('tell = "She counts them twice."', 'tell = "She counts, like {paid: a bishop | a clerk}."'),
        ('aliases = ["landlady"]', 'aliases = ["landlady", "bishop"]'),
        ('text = "You sleep."', 'text = "You sleep like a bishop."'),
        ("", '[[lore]]\ntext = "The bishop snores."\nwhen = "trust(anna) >= 1"'),
        ("", '[[secret]]\nid = "guest_secret"\ntext = "A bishop."\nkeys = ["mitre"]'),
        ("", '[thing.ring_b]\nname = "ring"\nat = "cellar"\nlook = "A bishop\'s."'),
    ],
)
def test_what_is_told_later_may_be_open_by_then(instead_of: str, more: str) -> None:
    assert "W110" not in {each.code for each in found(more, instead_of=instead_of)}


@pytest.mark.parametrize(
    ("offer", "said"),
    [
        ('text = "Ask after the bishop"', "a prompt may hold this"),
        ('text = "Ask"\nkeys = ["which bishop"]', "a player may be asked to type this"),
        ('text = "Ask"\nsay = "No bishop here."', "a prompt may hold this"),
    ],
)
def test_an_offer_that_is_open_at_first_betrays_nothing(offer: str, said: str) -> None:
    assert only("W110", f"[[person.anna.offers]]\n{offer}\n").message.startswith(said)
    assert found(f'[[person.anna.offers]]\n{offer}\nwhen = "revealed(guest)"\ndo = ["coins += 1"]\n') == []


def test_what_a_person_knows_is_read_as_it_reads_at_first() -> None:
    known = '[[person.anna.knows]]\nid = "price"\ntopic = "the price"\nsay = "Pay."\n'
    bishop = '{{ when = "{}", text = "The bishop pays." }}'
    assert only("W110", f"{known}text = [{bishop.format('not paid')}, 'You pay.']").at == "text"
    assert (
        found(f"{known}text = [{bishop.format('paid')}, 'You pay.']\n[[rule]]\nafter = 'wait'\ndo = ['paid = true']")
        == []
    )


def test_lore_that_holds_at_first_is_open_too() -> None:
    assert only("W110", '[[lore]]\ntext = "Bishops snore."\nwhen = "not paid"').at
