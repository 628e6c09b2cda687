"""Long random play: what must hold of every state that can be reached, in a small world and in the shipped one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.loader.load import load_world
from game.rules.actions import Action, Talk, format_action, parse_action
from game.rules.apply import Outcome, apply, begin_run, is_legal, legal_actions
from game.rules.draws import draw
from game.rules.events import Moved, Revealed, SceneBegan, format_events, parse_events
from game.rules.sight import people_here, things_here
from game.rules.state import NOWHERE, YOU, State, format_state, parse_state
from game.rules.views import has_open_choice
from game.rules.world import World
from tests.kit import inn

SALTMARROW = load_world(Path(__file__).parents[2] / "worlds" / "saltmarrow")
WORLDS = {"inn": inn(), "saltmarrow": SALTMARROW}

Step = tuple[State, Action, Outcome]


def walk(world: World, seed: int, steps: int) -> Iterator[Step]:
    """Yield a random walk: the state before, the action, the outcome; it stops at an ending."""
    state = begin_run(world, seed).state
    for number in range(steps):
        legal = legal_actions(world, state)
        if not legal:
            return
        action = legal[draw(seed, number, 0, sides=len(legal)) - 1]
        outcome = apply(world, state, action)
        yield state, action, outcome
        state = outcome.state


@pytest.fixture(params=[(name, seed) for name in WORLDS for seed in (1, 2, 3)], ids=lambda each: f"{each[0]}-{each[1]}")
def steps(request: pytest.FixtureRequest) -> list[Step]:
    """Return a walk of two hundred steps."""
    name, seed = request.param
    return list(walk(WORLDS[name], seed, 200))


def test_a_walk_can_be_walked_again(steps: list[Step]) -> None:
    world = WORLDS["inn"] if "hall" in steps[0][0].where.values() else SALTMARROW
    state = begin_run(world, steps[0][0].seed).state
    for _, action, outcome in steps:
        state = apply(world, state, parse_action(format_action(action))).state
        assert state == outcome.state


def test_every_state_and_event_round_trips(steps: list[Step]) -> None:
    for _, _, outcome in steps:
        assert parse_state(format_state(outcome.state)) == outcome.state
        assert parse_events(format_events(outcome.events)) == outcome.events


def test_every_action_is_one_turn(steps: list[Step]) -> None:
    for before, _, outcome in steps:
        assert outcome.state.turn == before.turn + 1
        assert before.time <= outcome.state.time <= before.time + 1


def test_a_refusal_changes_nothing_but_the_count_of_turns_unless_time_brings_something(steps: list[Step]) -> None:
    for before, _, outcome in steps:
        if outcome.refusal and len(outcome.events) == 1:
            assert (outcome.state.place, outcome.state.facts, outcome.state.where) == (
                before.place,
                before.facts,
                before.where,
            )


def test_nothing_is_ever_forgotten(steps: list[Step]) -> None:
    for before, _, outcome in steps:
        assert before.marks <= outcome.state.marks


def test_the_player_is_always_somewhere_they_have_visited(steps: list[Step]) -> None:
    for _, _, outcome in steps:
        assert outcome.state.is_marked("visited", outcome.state.place)


def test_everything_is_always_somewhere_that_exists(steps: list[Step]) -> None:
    for world in WORLDS.values():
        for _, _, outcome in steps:
            if outcome.state.where.keys() != begin_run(world, 1).state.where.keys():
                continue
            known = {*world.places, *world.people, YOU, NOWHERE}
            assert set(outcome.state.where.values()) <= known


def test_a_secret_is_revealed_once(steps: list[Step]) -> None:
    told = [event.knowledge for _, _, outcome in steps for event in outcome.events if isinstance(event, Revealed)]
    assert len(told) == len(set(told))


def test_an_event_of_moving_says_where_the_player_is(steps: list[Step]) -> None:
    for _, _, outcome in steps:
        moves = [event for event in outcome.events if isinstance(event, Moved)]
        assert not moves or moves[-1].place == outcome.state.place


@pytest.mark.parametrize("name", WORLDS)
def test_a_scene_without_choices_is_over_once_told(name: str) -> None:
    world = WORLDS[name]
    for _, _, outcome in walk(world, 5, 200):
        for event in outcome.events:
            if (
                isinstance(event, SceneBegan)
                and world.scenes[event.scene].once
                and not world.scenes[event.scene].choices
            ):
                assert outcome.state.is_marked("over", event.scene)


@pytest.mark.parametrize("name", WORLDS)
def test_views_agree_with_the_state(name: str) -> None:
    world = WORLDS[name]
    for _, _, outcome in walk(world, 6, 100):
        state = outcome.state
        assert all(state.is_here(person.id) for person in people_here(world, state))
        assert all(state.is_here(thing.id) for thing in things_here(world, state))
        scene = world.scenes.get(state.scene)
        assert scene is None or not scene.hold or has_open_choice(scene, state)


@pytest.mark.parametrize("name", WORLDS)
def test_words_make_no_talk_illegal(name: str) -> None:
    world = WORLDS[name]
    for before, action, _ in walk(world, 8, 120):
        if isinstance(action, Talk):
            assert is_legal(world, before, Talk(action.person, action.topic, "anything : at all"))


@pytest.mark.parametrize("name", WORLDS)
def test_whatever_is_offered_is_legal(name: str) -> None:
    world = WORLDS[name]
    for before, _, _ in walk(world, 9, 60):
        assert all(is_legal(world, before, each) for each in legal_actions(world, before))


def test_saltmarrow_lets_random_players_reach_an_ending() -> None:
    ends = {list(walk(SALTMARROW, seed, 1_500))[-1][2].state.ending for seed in range(20)}
    assert "" not in ends
    assert len(ends) >= 2
