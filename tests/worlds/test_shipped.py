"""The worlds that ship: they load, every path in them leads where it says, and every ending has one."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.transcripts import recorded_path
from game.authoring.transcripts import walk as walk_path
from game.loader.find import list_worlds
from game.loader.load import load_world
from game.rules.apply import apply, begin_run
from game.rules.state import State
from game.rules.world import Path as Route
from game.rules.world import World
from game.story.parser import Understood, parse
from game.story.sentences import sentences_for

WORLDS = Path(__file__).parents[2] / "worlds"
PATHS = {each.name: each.path for each in list_worlds([WORLDS])}
SHIPPED = {each.name: load_world(each.path) for each in list_worlds([WORLDS]) if not each.problem}
ROUTES = [(name, route) for name, world in SHIPPED.items() for route in world.paths]


def walk(world: World, route: Route) -> State:
    """Return the state at the end of a path; fails at the words that are not understood."""
    state = begin_run(world, 7).state
    for number, words in enumerate(route.choose, 1):
        parsed = parse(world, sentences_for(world.language, world.sentences), state, words)
        assert isinstance(parsed, Understood), f"{number}. {words}: {parsed.sentence}"
        state = apply(world, state, parsed.action).state
    return state


def test_every_shipped_world_loads() -> None:
    assert [each.problem for each in list_worlds([WORLDS]) if each.problem] == []
    assert "saltmarrow" in SHIPPED


@pytest.mark.parametrize(("name", "route"), ROUTES, ids=[f"{name}: {route.name}" for name, route in ROUTES])
def test_a_path_leads_where_it_says(name: str, route: Route) -> None:
    state = walk(SHIPPED[name], route)
    assert [each.source for each in route.expect if not each.holds(state)] == []


def test_every_ending_is_reached_by_a_path() -> None:
    for name, world in SHIPPED.items():
        reached = {walk(world, route).ending for route in world.paths}
        assert set(world.endings) <= reached, name


@pytest.mark.parametrize(("name", "route"), ROUTES, ids=[f"{name}: {route.name}" for name, route in ROUTES])
def test_a_path_is_told_as_it_was_recorded(name: str, route: Route) -> None:
    file = recorded_path(PATHS[name], route.name)
    assert walk_path(SHIPPED[name], route).transcript == file.read_text(encoding="utf-8")


def test_saltmarrow_is_worth_the_first_hour() -> None:
    world = SHIPPED["saltmarrow"]
    counts = [
        len(each) for each in (world.places, world.people, world.things, world.scenes, world.quests, world.endings)
    ]
    assert all(count >= least for count, least in zip(counts, (15, 5, 12, 20, 3, 4), strict=True))
    assert all(person.knows and any(known.when for known in person.knows) for person in world.people.values())
