"""What people tell one another where the player is not: when, to whom, in which order, and what can be asked then."""

from __future__ import annotations

import pytest

from game.rules.actions import Talk
from game.rules.apply import apply, begin_run, is_legal
from game.rules.events import Heard, Revealed, Talked, format_events, parse_events
from game.rules.hearsay import hearsay_of, topics_of
from game.rules.state import State, digest, format_state, parse_state
from game.rules.world import World
from tests.gossip import house
from tests.kit import inn, play

WORLD = house()


def heard(*words: str, world: World = WORLD) -> dict[str, str]:
    """Return who has heard what, and from whom, after these words."""
    return dict(play(world, *words).state.heard)


def test_who_comes_together_with_one_who_knows_it_hears_it() -> None:
    assert heard() == {}
    assert heard("wait") == {"abel lens": "mira"}


def test_it_is_an_event_of_the_turn_in_which_time_passed() -> None:
    assert Heard("abel", "lens", "mira") in play(WORLD, "wait").events
    assert not [each for each in play(WORLD, "wait", "wait").events if isinstance(each, Heard)]


def test_what_takes_no_time_lets_nobody_talk() -> None:
    assert heard("look") == {}


def test_it_goes_from_one_to_the_next_and_each_knows_from_whom() -> None:
    assert heard(*["wait"] * 5) == {"abel lens": "mira", "wren lens": "abel"}


def test_all_who_are_there_hear_it_at_once() -> None:
    together = house('name = "Wren"\nat = "yard"', instead_of='name = "Wren"\nat = "barn"')
    assert heard("wait", world=together) == {"abel lens": "mira", "wren lens": "mira"}


def test_who_has_heard_it_from_one_does_not_hear_it_from_another() -> None:
    assert heard(*["wait"] * 9) == heard(*["wait"] * 5)


def test_where_the_player_is_nobody_passes_anything_on() -> None:
    assert heard("east", "wait") == {}


def test_it_is_passed_on_once_the_player_has_gone() -> None:
    assert heard("east", "west") == {"abel lens": "mira"}


def test_nobody_hears_of_it_twice_or_from_themselves() -> None:
    twice = 'tells = ["mira", { to = "abel", when = "not loud" }, "abel", { to = "abel", when = "loud", say = "So." }]'
    world = house(
        twice, instead_of='tells = ["abel", { to = "wren", when = "loud", say = "They say it was no storm." }]'
    )
    assert [each for each in play(world, "wait").events if isinstance(each, Heard)] == [Heard("abel", "lens", "mira")]


def test_a_condition_holds_it_back() -> None:
    quiet = house("loud = false", instead_of="loud = true")
    assert heard(*["wait"] * 6, world=quiet) == {"abel lens": "mira"}


def test_nobody_hears_anything_nowhere() -> None:
    world = house('name = "Mira"\nat = "nowhere"', instead_of='name = "Mira"\nat = "yard"')
    assert heard(*["wait"] * 6, world=world) == {}


def test_what_was_heard_can_be_asked_for_while_its_owner_keeps_it() -> None:
    state = play(WORLD, "wait", "east").state
    assert is_legal(WORLD, state, Talk("abel", "lens"))
    assert not is_legal(WORLD, state, Talk("mira", "lens"))
    assert [each.id for each in topics_of(WORLD, state, WORLD.people["abel"])] == ["lens"]


def test_who_has_not_heard_it_cannot_be_asked() -> None:
    assert not is_legal(WORLD, play(WORLD, "east", "north").state, Talk("wren", "lens"))


def test_to_be_told_it_reveals_it_for_ever_and_has_its_effects() -> None:
    outcome = apply(WORLD, play(WORLD, "wait", "east").state, Talk("abel", "lens"))
    assert outcome.events[0] == Talked("abel", "lens")
    assert Revealed("lens") in outcome.events
    assert outcome.state.trust["mira"] == 1


@pytest.mark.parametrize(("fits", "can"), [("true", True), ("false", False)])
def test_where_no_wording_fits_they_keep_it_to_themselves(fits: str, can: bool) -> None:
    own = f'tells = [{{ to = "abel", say = [{{ when = "{fits}", text = "A lens." }}] }}]'
    world = house(own, instead_of='tells = ["abel", { to = "wren", when = "loud", say = "They say it was no storm." }]')
    assert is_legal(world, play(world, "wait", "east").state, Talk("abel", "lens")) is can


def test_from_whom_it_comes_is_known() -> None:
    hearsay = hearsay_of(WORLD, play(WORLD, "wait").state, WORLD.people["abel"], "lens")
    assert hearsay is not None
    assert (hearsay.teller, hearsay.knowledge.id, hearsay.tells.to) == ("mira", "lens", "abel")


def test_a_condition_can_ask_whether_anybody_was_told() -> None:
    world = house('[[rule]]\nwhen = "heard(lens)"\nonce = true\ntell = "It is about."\n')
    told = [getattr(each, "text", "") for turn in play(world, "wait", "wait").turns for each in turn]
    assert "It is about." in told


def test_it_goes_through_text_and_back() -> None:
    played = play(WORLD, "wait")
    assert parse_state(format_state(played.state)) == played.state
    assert parse_events(format_events(played.events)) == played.events


def test_a_state_in_which_nobody_has_heard_anything_reads_as_before() -> None:
    state: State = begin_run(inn(), 7).state
    assert "heard" not in format_state(state)
    assert digest(state) == digest(parse_state(format_state(state)))
