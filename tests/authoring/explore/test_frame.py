"""States as a search tells them apart: whatever it leaves out makes no difference to what can follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.explore.frame import Frame, Key
from game.loader.load import load_world, parse_world
from game.rules.actions import Action, Examine, Wait
from game.rules.apply import VERBS, apply_legal, begin_run, legal_actions
from game.rules.draws import Draws, draw
from game.rules.state import State
from game.rules.world import World
from tests.authoring.explore.test_search import DICE
from tests.gossip import house
from tests.kit import inn

RULED = """
[thing.coin]
name = "coin"
at = "yard"
[thing.box]
name = "box"
at = "hall"
holds = "in"
closed = true
[[rule]]
after = "take coin"
do = ["coins += 1"]
[[rule]]
after = ["examine table", "wait"]
do = ["coins += 1"]
[[rule]]
when = "visited(yard) and time % 3 == 0"
once = true
do = ["trust(anna) += 1"]
[[scene]]
id = "cat"
when = "at(yard)"
text = "A cat."
once = false
cooldown = 3
do = ["coins += 1"]
"""
WORLDS = {
    "inn": inn(),
    "ruled": inn(RULED),
    "dice": parse_world(DICE),
    "house": house(),
    "saltmarrow": load_world(Path(__file__).parents[3] / "worlds" / "saltmarrow"),
}
Following = set[tuple[Action, Key]]


def after(world: World, frame: Frame, state: State, action: Action) -> Key:
    """Return the key of what an action leads to, with the same chance from whatever state."""
    return frame.pack(apply_legal(world, state, action, Draws(1, 1)).state)


def following(world: World, frame: Frame, state: State) -> Following:
    """Return what each action that is not idle leads to."""
    actions = (each for each in legal_actions(world, state) if not frame.idle.is_idle(each))
    return {(each, after(world, frame, state, each)) for each in actions}


def walk(world: World, seed: int) -> list[State]:
    """Return the states of a walk at random."""
    states = [begin_run(world, seed).state]
    while len(states) < 80 and (legal := legal_actions(world, states[-1])):
        action = legal[draw(seed, len(states), 0, sides=len(legal)) - 1]
        states.append(apply_legal(world, states[-1], action, Draws(seed, len(states))).state)
    return states


@pytest.mark.parametrize("name", WORLDS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_state_and_the_one_that_stands_for_it_have_the_same_future(name: str, seed: int) -> None:
    world, frame = WORLDS[name], Frame(WORLDS[name])
    for state in walk(world, seed):
        other = frame.unpack(frame.pack(state))
        assert frame.pack(other) == frame.pack(state)
        assert following(world, frame, other) == following(world, frame, state)


@pytest.mark.parametrize("name", WORLDS)
def test_idle_actions_that_take_as_long_lead_to_the_same(name: str) -> None:
    world, frame = WORLDS[name], Frame(WORLDS[name])
    for state in walk(world, 4):
        for takes_time in (True, False):
            idle = (each for each in legal_actions(world, state) if frame.idle.is_idle(each))
            alike = [each for each in idle if VERBS[type(each)].takes_time == takes_time]
            assert len({after(world, frame, state, each) for each in alike}) <= 1


def test_what_nothing_asks_for_makes_no_difference() -> None:
    world, frame = WORLDS["inn"], Frame(WORLDS["inn"])
    first = begin_run(world, 1).state
    assert frame.pack(first.with_mark("examined", "lamp")) == frame.pack(first)
    assert frame.pack(first.with_mark("visited", "cellar")) == frame.pack(first), "only a look asks for it"
    assert frame.pack(first.with_mark("visited", "room")) != frame.pack(first)


def test_a_thing_that_a_rule_sees_handled_is_no_mere_thing() -> None:
    assert "ring" in Frame(WORLDS["inn"]).idle.things
    assert "coin" not in Frame(WORLDS["ruled"]).idle.things
    assert "ring" not in Frame(WORLDS["ruled"]).idle.things, "to take it is not to wait, which a rule sees"


def test_what_a_rule_sees_is_not_idle() -> None:
    free, ruled = Frame(WORLDS["inn"]).idle, Frame(WORLDS["ruled"]).idle
    assert free.is_idle(Examine("table"))
    assert free.is_idle(Wait())
    assert not ruled.is_idle(Examine("table"))
    assert not ruled.is_idle(Wait())


def test_who_has_heard_something_makes_a_difference_and_from_whom_makes_none() -> None:
    world, frame = WORLDS["house"], Frame(WORLDS["house"])
    first = begin_run(world, 1).state
    assert frame.pack(first.but(heard={"wren lens": "mira"})) != frame.pack(first)
    assert frame.pack(first.but(heard={"wren lens": "mira"})) == frame.pack(first.but(heard={"wren lens": "abel"}))


def test_what_was_made_up_makes_no_difference() -> None:
    world, frame = WORLDS["house"], Frame(WORLDS["house"])
    first = begin_run(world, 1).state
    assert frame.pack(first.but(details={"hall smell": "faint.moss"})) == frame.pack(first)
