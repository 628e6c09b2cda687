"""Saltmarrow is true to itself: what its texts show is what its state holds, in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from game.loader.load import load_world
from game.rules.actions import Choose, Examine, Go, Take, Talk, Wait
from game.rules.apply import Outcome, apply, begin_run
from game.rules.state import State, Value
from game.rules.world import Path as Route
from game.story.beats import beats_of
from game.story.lore import lore_of
from game.story.parser import Understood, parse
from game.story.scene import speaker_of
from game.story.sentences import sentences_for

WORLDS = Path(__file__).parents[2] / "worlds"
WORLD = load_world(WORLDS / "saltmarrow")
SENTENCES = sentences_for("en", WORLD.sentences)
BEGUN = begin_run(WORLD, 7).state
KEPT: Mapping[str, str] = {}


def state_of(
    place: str, *marks: str, scene: str = "", where: Mapping[str, str] = KEPT, facts: Mapping[str, Value] = KEPT
) -> State:
    """Return the beginning as it would be in a place, later."""
    state = BEGUN.but(place=place, scene=scene, where={**BEGUN.where, **where}, time=9)
    return state.but(facts={**BEGUN.facts, "tide": 1, **facts}, marks=BEGUN.marks | set(marks))


def told(state: State, outcome: Outcome) -> str:
    return "\n".join(beat.text for beat in beats_of(WORLD, SENTENCES, state, outcome))


@pytest.mark.parametrize(
    ("scene", "choice", "facts", "marks", "where"),
    [
        ("reckoning_room", "send_doors", {"hask_yielded": True}, (), {"hask": "churchyard", "corm": "churchyard"}),
        ("reckoning_room", "send_doors", {}, (), {"hask": "nowhere", "jory": "churchyard"}),
        ("long_ringing", "ring_on", {"bells_rung": 3}, (), {"corm": "churchyard"}),
        ("long_ringing", "ring_sill", {"bells_rung": 1}, (), {"corm": "forge"}),
        ("long_ringing", "ring_sill", {"bells_rung": 1, "corm_warned": True}, (), {"corm": "churchyard"}),
        ("the_beam", "beam_both", {"jory_truth": True, "glass_whole": True}, (), {"jory": "churchyard"}),
        ("the_beam", "beam_village", {}, (), {"jory": "inn"}),
        ("last_water", "strike_last", {"tide": 5}, ("chosen hang_maid",), {"wren": "churchyard", "ness": "churchyard"}),
    ],
)
def test_whom_the_morning_shows_on_the_hill_is_there(
    scene: str, choice: str, facts: dict[str, Value], marks: tuple[str, ...], where: dict[str, str]
) -> None:
    state = state_of("belfry", *marks, scene=scene, where={"hask": "inn"}, facts=facts)
    after = apply(WORLD, state, Choose(choice)).state
    assert {who: after.where[who] for who in where} == where
    assert (after.place, after.facts["hour"]) == ("churchyard", "morning")


@pytest.mark.parametrize("route", WORLD.paths, ids=lambda route: route.name)
def test_nobody_acts_in_a_scene_who_is_not_there(route: Route) -> None:
    before = BEGUN
    for words in route.choose:
        parsed = parse(WORLD, SENTENCES, before, words)
        assert isinstance(parsed, Understood), words
        outcome = apply(WORLD, before, parsed.action)
        shown = [beat.text for beat in beats_of(WORLD, SENTENCES, before, outcome) if beat.kind == "scene"]
        assert [
            (words, who) for who in WORLD.people if acts(who, shown) and not was_there(who, before, outcome.state)
        ] == []
        before = outcome.state


def acts(who: str, shown: Sequence[str]) -> bool:
    """Return whether somebody is named outside of what is said, and not as whose something is."""
    told = re.sub('"[^"]*"', "", " ".join(shown))
    return re.search(rf"\b{who.capitalize()}\b(?!')", told) is not None


def was_there(who: str, before: State, after: State) -> bool:
    """Return whether somebody is with the player after a turn, or has come or gone in it."""
    return after.where[who] == after.place or after.where[who] != before.where[who]


def test_who_lays_a_hand_on_the_lens_is_in_the_room() -> None:
    before = state_of("lamp_foot", where={"brass_key": "you"}, facts={"mira_truth": True})
    outcome = apply(WORLD, before, Go("up"))
    assert "Mira steps in over the sill" in told(before, outcome)
    assert outcome.state.where["mira"] == "lamp_room"
    waited = apply(WORLD, outcome.state, Wait())
    assert waited.state.scene == "lamp_followed"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_people_know_turns_round_with_what_they_say(language: str) -> None:
    world = load_world(WORLDS / "saltmarrow", language=language)
    changing = [known for known in world.knowledge.values() if len(known.say.variants) > 1]
    assert changing
    assert [known.id for known in changing if known.text.settled] == []


@pytest.mark.parametrize(
    ("person", "fact", "old"),
    [
        ("mira", "mira_truth", "smugglers"),
        ("mira", "child_told", "says that Wren"),
        ("jory", "jory_truth", "fourteen"),
        ("hask", "hask_truth", "failed in his office"),
        ("corm", "corm_truth", "will not say"),
    ],
)
def test_a_tale_that_was_taken_back_is_in_no_prompt(person: str, fact: str, old: str) -> None:
    before, after = state_of("quay"), state_of("quay", facts={fact: True})
    assert old in " ".join(speaker_of(WORLD, before, person).knows)
    assert old not in " ".join(speaker_of(WORLD, after, person).knows)


@pytest.mark.parametrize(
    "thing", ["lantern", "iron_key", "ledger", "brass_key", "locket", "prism", "toy_boat", "buckle"]
)
def test_a_thing_is_not_taken_twice_from_where_it_was_first(thing: str) -> None:
    marks = "examined clock", "examined crates"
    lying = [
        state_of(place, *marks, where={thing: place, "hask": "inn"}, facts={"hob_found": True})
        for place in (WORLD.things[thing].at, "square")
    ]
    first, again = (told(state, apply(WORLD, state, Take(thing))) for state in lying)
    assert first != again


@pytest.mark.parametrize("place", sorted(set(WORLD.places) - {"low_street"}))
def test_only_a_house_that_stands_in_a_row_has_houses_beside_it(place: str) -> None:
    state = state_of(place, facts={"tide": 0})
    text = WORLD.scenes["street_bares"].text.read(state)
    assert ("houses on both sides" in text) == (place in {"inn", "guest_room", "forge"})


def test_who_comes_up_from_below_is_greeted_as_such() -> None:
    state = state_of("cellar", "visited cellar", "over jory_on_stair")
    text = told(state, apply(WORLD, state, Go("up")))
    assert "the cask back on it" in text
    assert "before the door has shut" not in text


def test_the_sea_goes_out_by_the_window_as_by_the_tide() -> None:
    told_at = [WORLD.scenes["the_bed"].text.read(state_of("guest_room", facts={"tide": tide})) for tide in (0, 1, 2)]
    assert ["what is left of the sea" in text for text in told_at] == [False, True, False]


def test_one_who_is_not_trusted_is_told_that_there_is_more() -> None:
    state = state_of("boiling_house")
    outcome = apply(WORLD, state, Talk("ness", "ness_tide_shut"))
    assert "who I was telling" in told(state, outcome)
    assert not outcome.state.facts["danger"]


def test_the_smith_who_was_told_goes_up_before_the_water() -> None:
    warned = {"corm_warned": True, "danger": True}
    for tide, place in ((4, "forge"), (5, "churchyard")):
        state = state_of("churchyard", "over hill_choice", facts={**warned, "tide": tide})
        outcome = apply(WORLD, state, Wait())
        assert outcome.state.where["corm"] == place
        assert ("Corm Bray comes in" in told(state, outcome)) == (place == "churchyard")


def test_the_reeve_who_has_owned_to_it_sells_no_more() -> None:
    facts = {"hask_truth": True, "hask_yielded": True}
    assert apply(WORLD, state_of("quay", facts=facts), Go("north")).state.scene == ""
    assert apply(WORLD, state_of("quay"), Go("north")).state.scene == "reeve_rises"


def test_the_lantern_burns() -> None:
    assert BEGUN.is_now("lit", "lantern")
    outcome = apply(WORLD, BEGUN, Examine("lantern"))
    assert "a flame in it" in told(BEGUN, outcome)


@pytest.mark.parametrize(
    ("facts", "marks", "is_said", "is_not"),
    [
        ({"danger": True}, (), "the same tide that broke the sea wall", "weather glass"),
        ({"danger": True}, ("examined weather_glass",), "weather glass is falling", "nothing"),
        ({"mira_truth": True}, (), "a ship with flour", "Constance"),
        ({"mira_truth": True}, ("examined ribs",), "Constance", "the Reeve, Ezra Hask"),
        ({"hob_found": True}, (), "one bell did ring", "woke those"),
        ({"hob_found": True}, ("chosen count_notches",), "woke those", "nothing"),
        ({"hour": "morning", "tide": 5}, (), "wall went at half past five", "coming back over the bar"),
    ],
)
def test_lore_says_what_was_shown_and_no_more(
    facts: dict[str, Value], marks: tuple[str, ...], is_said: str, is_not: str
) -> None:
    lore = " ".join(lore_of(WORLD, state_of("quay", *marks, facts=facts), ())).lower()
    assert is_said.lower() in lore
    assert is_not.lower() not in lore
