"""Things that open, lock, hold others, are worn and give light."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.actions import Put
from game.rules.apply import is_legal
from game.rules.sight import is_dark, things_here
from game.rules.state import State, format_state, parse_state
from game.story.beats import beats_of
from game.story.parser import NotUnderstood, parse
from game.story.sentences import sentences_for
from tests.kit import inn, play, step

WORLD = inn("""
[thing.chest]
name = "oak chest"
at = "yard"
portable = false
holds = "in"
closed = true
locked = true
key = "lamp"
open = "The lid groans."
[thing.coin]
name = "coin"
at = "chest"
[thing.hook]
name = "hook"
at = "yard"
portable = false
holds = "on"
put = "It hangs there."
[thing.cloak]
name = "velvet cloak"
at = "you"
worn = true
[thing.bag]
name = "bag"
at = "you"
holds = "in"
[thing.torch]
name = "torch"
at = "you"
lit = false
switch = true
[place.pit]
name = "the pit"
look = "Bones."
dark = "not has(ring)"
darkness = "Black."
exits = { up = "yard" }
[thing.bone]
name = "bone"
at = "pit"
""")
EN = sentences_for("en")


def told(*words: str) -> str:
    """Return how the last of some words is told."""
    *before, last = words
    state = play(WORLD, *before).state
    return beats_of(WORLD, EN, state, step(WORLD, state, last))[0].text


def answered(*words: str) -> str:
    """Return what is said to the last of some words, which are no turn."""
    *before, last = words
    parsed = parse(WORLD, EN, play(WORLD, *before).state, last)
    assert isinstance(parsed, NotUnderstood), parsed
    return parsed.sentence


@pytest.mark.parametrize(
    ("words", "told_as"),
    [
        (("east", "open chest"), "The oak chest is locked."),
        (("east", "unlock the chest"), "You have nothing that fits the oak chest."),
        (("take lamp", "east", "unlock chest with lamp"), "You unlock the oak chest."),
        (("take lamp", "east", "unlock chest", "open chest"), "The lid groans."),
        (("take lamp", "east", "unlock chest", "open chest", "lock chest"), "The oak chest stands open."),
        (("take lamp", "east", "unlock chest", "open chest", "take coin"), "You take the coin."),
        (("take lamp", "east", "unlock chest", "open chest", "close chest"), "You close the oak chest."),
        (("east", "put bag in chest"), "The oak chest is closed."),
        (("east", "hang cloak on hook"), "It hangs there."),
        (("put the torch in the bag",), "You put the torch in the bag."),
        (("put torch in bag", "take torch"), "You take the torch."),
        (("take off cloak",), "You take off the velvet cloak."),
        (("remove cloak", "put on the cloak"), "You put on the velvet cloak."),
        (("light torch",), "You light the torch."),
        (("light torch", "put out torch"), "You put out the torch."),
        (("east", "put cloak on hook", "take off cloak"), "You take the velvet cloak."),
    ],
)
def test_handling_is_told(words: tuple[str, ...], told_as: str) -> None:
    assert told(*words) == told_as


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("light bag",), "There is nothing to light about the bag now."),
        (("wear cloak",), "There is nothing to wear about the velvet cloak now."),
        (("open",), "What do you want to open?"),
        (("put",), "What do you want to put, and where?"),
        (("put bag in bag",), "There is nothing to put about the bag now."),
        (("put bag in moon",), "There is no “moon” here that you can see."),
        (("east", "put lamp on hook"), "There is no “lamp” here that you can see."),
        (("east", "take coin"), "There is no “coin” here that you can see."),
    ],
)
def test_what_cannot_be_handled_costs_no_turn(words: tuple[str, ...], sentence: str) -> None:
    assert answered(*words) == sentence


def test_what_is_in_a_closed_thing_is_seen_when_it_opens() -> None:
    shut = play(WORLD, "take lamp", "east", "unlock chest").state
    assert "coin" not in [each.id for each in things_here(WORLD, shut)]
    opened = step(WORLD, shut, "open chest").state
    assert "coin" in [each.id for each in things_here(WORLD, opened)]
    assert "In the oak chest is the coin." in told("take lamp", "east", "unlock chest", "open chest", "look")


def test_conditions_see_through_what_holds() -> None:
    state = play(WORLD, "take lamp", "put lamp in bag").state
    assert state.where["lamp"] == "bag"
    assert WORLD.places["hall"].exits["down"].when is not None
    assert WORLD.places["hall"].exits["down"].when.holds(state)


def test_a_worn_thing_that_is_put_down_is_not_worn() -> None:
    assert play(WORLD, "drop cloak").state.now == {"closed chest", "locked chest"}


def test_nothing_goes_into_what_it_holds() -> None:
    box = inn('[thing.bag]\nname="bag"\nat="you"\nholds="in"\n[thing.box]\nname="box"\nat="you"\nholds="in"')
    state = play(box, "put box in bag").state
    assert not is_legal(box, state, Put("bag", "bag"))
    assert not is_legal(box, state, Put("bag", "box"))


def falls(*words: str) -> State:
    """Return the state in the pit, after some words in the hall."""
    return replace(play(WORLD, *words).state, place="pit")


def test_in_the_dark_nothing_is_seen_but_by_light() -> None:
    dark, bright = falls(), falls("light torch")
    assert is_dark(WORLD, dark)
    assert not is_dark(WORLD, bright)
    assert not is_dark(WORLD, falls("light torch", "put torch in bag"))
    assert [each.id for each in things_here(WORLD, dark)] == []
    assert [each.id for each in things_here(WORLD, bright)] == ["bone"]


def test_the_dark_is_told_in_the_authors_words() -> None:
    dark = falls()
    outcome = step(WORLD, dark, "look")
    assert [beat.text for beat in beats_of(WORLD, EN, dark, outcome)] == ["Black."]


def test_the_state_with_all_this_round_trips() -> None:
    state = play(WORLD, "light torch", "take off cloak").state
    assert parse_state(format_state(state)) == state


def test_two_things_within_each_other_end_the_search() -> None:
    state = play(WORLD).state
    tangled = replace(state, where={**state.where, "bag": "chest", "chest": "bag"})
    assert tangled.holder("bag") in ("bag", "chest")
    assert things_here(WORLD, tangled)
