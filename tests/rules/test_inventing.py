"""Making a detail up: what the author allows, in its closed form, once and for ever, and to no other effect."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.errors import IllegalAction
from game.rules.actions import VERB_NAMES, Invent, format_action, parse_action
from game.rules.apply import apply, begin_run, is_legal, legal_actions
from game.rules.details import MOST_DETAILS
from game.rules.events import Invented, format_events, parse_events
from game.rules.inventing import details_of, details_that_fit, kinds_open
from game.rules.state import State, digest, format_state, parse_state
from tests.inventive import HUMS, MOSS, yard
from tests.kit import inn, play, step

WORLD = yard()
START = begin_run(WORLD, 7).state
WITH_MOSS = apply(WORLD, START, MOSS).state


def invented(*actions: Invent) -> State:
    """Return the first state with these details made up."""
    state = START
    for each in actions:
        state = apply(WORLD, state, each).state
    return state


def test_a_detail_is_an_event_and_part_of_the_state() -> None:
    outcome = apply(WORLD, START, MOSS)
    assert outcome.events == (Invented("yard", "smell", "faint.moss"),)
    assert [(each.kind, each.words) for each in details_of(WORLD, outcome.state, "yard")] == [
        ("smell", {"how": "faint", "what": "moss"})
    ]


@pytest.mark.parametrize(
    "action",
    [
        Invent("hall", "smell", "faint.moss"),  # the author does not allow it
        Invent("lamp", "smell", "faint.moss"),
        Invent("nobody", "smell", "faint.moss"),
        Invent("yard", "habit", "hums"),
        Invent("anna", "garment", "scarf.thread"),  # not among the kinds she may have
        Invent("yard", "secret", "faint.moss"),
        Invent("yard", "smell", "moss"),
        Invent("yard", "smell", "It smells of treason."),
        Invent("yard", "smell", "faint.treason"),
        Invent("", "", ""),
    ],
    ids=format_action,
)
def test_what_is_in_no_closed_form_cannot_be_made_up(action: Invent) -> None:
    assert not is_legal(WORLD, START, action)
    with pytest.raises(IllegalAction):
        apply(WORLD, START, action)


def test_a_detail_of_a_kind_is_made_up_once_for_ever() -> None:
    assert not is_legal(WORLD, WITH_MOSS, MOSS)
    assert not is_legal(WORLD, WITH_MOSS, Invent("yard", "smell", "stubborn.soap"))
    assert is_legal(WORLD, WITH_MOSS, Invent("yard", "sound", "all_the_time.drips"))


def test_so_many_are_made_up_of_one_place_and_no_more() -> None:
    more = (Invent("yard", "sound", "all_the_time.drips"), Invent("yard", "fixture", "hooks"))
    full = invented(MOSS, *more)
    assert len(full.details) == MOST_DETAILS
    assert kinds_open(WORLD, full, "yard") == ()
    assert not is_legal(WORLD, full, Invent("yard", "weather", "mud"))
    assert is_legal(WORLD, full, HUMS)


def test_nothing_is_made_up_once_the_story_is_over() -> None:
    assert not is_legal(WORLD, replace(START, ending="sleep"), MOSS)


def test_nobody_can_do_it_by_themselves_and_no_rule_can_name_it() -> None:
    assert not any(isinstance(each, Invent) for each in legal_actions(WORLD, START))
    assert "invent" not in VERB_NAMES


def test_it_takes_no_time_and_is_no_turn() -> None:
    assert replace(WITH_MOSS, details={}) == START


def test_no_rule_hears_of_it_and_no_scene_begins() -> None:
    world = yard('[[rule]]\nafter = "any"\ndo = ["coins = 0"]\n[[rule]]\nbefore = "any"\nrefuse = "No."\n')
    outcome = apply(world, START, MOSS)
    assert outcome.state.facts["coins"] == 3
    assert [type(each) for each in outcome.events] == [Invented]


def test_luck_falls_as_it_would_without() -> None:
    world = yard('[[rule]]\nafter = "wait"\ndo = ["coins = roll(100)"]\n')
    plain = step(world, START, "wait").state
    assert step(world, WITH_MOSS, "wait").state == replace(plain, details=WITH_MOSS.details)


def test_what_is_played_after_it_is_what_is_played_without() -> None:
    state = WITH_MOSS
    for each in ("take lamp", "pay her", "east", "west"):
        state = step(WORLD, state, each).state
    assert replace(state, details={}) == play(WORLD, "take lamp", "pay her", "east", "west").state


def test_it_is_possible_while_a_scene_holds_the_player() -> None:
    world = yard('[[scene]]\nid = "held"\ntext = "Well?"\npriority = 9\nhold = true\n[[scene.choice]]\ntext = "Yes"\n')
    assert is_legal(world, step(world, START, "wait").state, MOSS)


def test_it_goes_through_text_and_back() -> None:
    assert format_action(MOSS) == "invent yard smell faint.moss"
    assert parse_action(format_action(MOSS)) == MOSS
    events = apply(WORLD, START, MOSS).events
    assert parse_events(format_events(events)) == events
    assert parse_state(format_state(WITH_MOSS)) == WITH_MOSS


def test_a_state_without_details_reads_as_those_of_older_runs() -> None:
    assert "details" not in format_state(START)
    assert digest(START) != digest(WITH_MOSS)


def test_what_a_forged_state_holds_besides_is_no_detail() -> None:
    forged = replace(START, details={"yard smell": "of treason", "hall smell": "faint.moss", "yard": "x", "": ""})
    assert list(details_of(WORLD, forged, "yard")) == list(details_of(WORLD, forged, "hall")) == []
    assert details_that_fit(WORLD, {**forged.details, **WITH_MOSS.details}) == dict(WITH_MOSS.details)


def test_a_world_allows_nothing_of_itself() -> None:
    assert not is_legal(inn(), begin_run(inn(), 7).state, MOSS)
