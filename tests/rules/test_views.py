"""The questions that verbs, parsers and tellers ask of a world and a state."""

from __future__ import annotations

from dataclasses import replace

from game.rules.sight import carried, people_here, things_here
from game.rules.state import YOU, format_state, parse_state
from game.rules.views import (
    acceptance,
    exits,
    has_open_choice,
    known_now,
    open_quests,
    open_scene,
    place_of,
)
from tests.kit import inn, play

WORLD = inn()
START = play(WORLD).state
ANNA = WORLD.people["anna"]


def test_the_place_is_the_players() -> None:
    assert place_of(WORLD, START).name == "the hall"


def test_hidden_exits_are_not_noticed() -> None:
    assert [way.direction for way in exits(WORLD, START)] == ["up", "east"]
    assert [way.direction for way in exits(WORLD, play(WORLD, "take lamp").state)] == ["up", "east", "down"]


def test_things_here_are_those_that_lie_here_and_can_be_noticed() -> None:
    assert [thing.id for thing in things_here(WORLD, START)] == ["lamp", "table"]
    assert things_here(WORLD, play(WORLD, "east").state) == ()


def test_what_is_carried_is_not_lying_here() -> None:
    state = play(WORLD, "take lamp").state
    assert [thing.id for thing in carried(WORLD, state)] == ["lamp"]
    assert [thing.id for thing in things_here(WORLD, state)] == ["table"]
    assert state.where["lamp"] == YOU


def test_what_is_carried_keeps_the_authors_order_through_a_save() -> None:
    world = inn('[thing.zebra]\nname = "zebra"\nat = "you"\n[thing.apple]\nname = "apple"\nat = "you"\n')
    state = parse_state(format_state(play(world).state))
    assert [thing.id for thing in carried(world, state)] == ["zebra", "apple"]


def test_people_are_where_they_are() -> None:
    assert people_here(WORLD, START) == (ANNA,)
    assert people_here(WORLD, play(WORLD, "east").state) == ()


def test_what_a_person_would_tell_depends_on_trust() -> None:
    assert known_now(ANNA, START) == ()
    assert [known.id for known in known_now(ANNA, play(WORLD, "take lamp", "give lamp to anna").state)] == ["guest"]


def test_what_a_person_would_take() -> None:
    assert acceptance(ANNA, "lamp", START) is not None
    assert acceptance(ANNA, "ring", START) is None


def test_the_open_scene_and_its_open_choice() -> None:
    scene = open_scene(WORLD, START)
    assert scene is not None
    assert scene.id == "bill"
    assert has_open_choice(scene, START)
    assert not has_open_choice(replace(scene, choices=()), START)


def test_open_quests_have_begun_and_are_not_done() -> None:
    assert [quest.id for quest in open_quests(WORLD, START)] == ["bed"]
    assert open_quests(WORLD, play(WORLD, "pay her", "up").state) == ()
