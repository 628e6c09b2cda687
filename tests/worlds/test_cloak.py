"""Cloak of Darkness, searched whole."""

from __future__ import annotations

from pathlib import Path

from game.authoring.explore.report import Report
from game.authoring.explore.search import explore
from game.loader.load import load_project, load_world
from game.rules.actions import Put, Remove, Take, Wear
from game.rules.apply import apply, begin_run
from game.story.beats import beats_of
from game.story.sentences import sentences_for

CLOAK = Path(__file__).parents[2] / "worlds" / "cloak-of-darkness.toml"


def searched() -> Report:
    project = load_project(CLOAK)
    assert project.world is not None
    return explore(project, project.world, states=1_000, seconds=60.0)


def test_it_has_so_many_states_both_endings_and_no_soft_lock() -> None:
    report = searched()
    assert report.complete
    assert report.states == 56
    assert {each.ending.id: each.path is not None for each in report.endings} == {"won": True, "lost": True}
    assert (report.soft_locks.count, report.dead_ends.count) == (0, 0)


def test_only_the_street_is_out_of_reach() -> None:
    assert [(each.kind, each.id) for each in searched().untested] == [("exit", "foyer north")]


def test_the_cloak_is_on_the_shoulders_once_it_is_worn_and_not_before() -> None:
    world = load_world(CLOAK)
    state = begin_run(world, 7).state.but(place="cloakroom")
    for action in (Remove("cloak"), Put("cloak", "hook"), Take("cloak"), Wear("cloak")):
        outcome = apply(world, state, action)
        told = beats_of(world, sentences_for("en"), state, outcome)[0].text
        assert ("on your shoulders" in told) == outcome.state.is_now("worn", "cloak"), action
        state = outcome.state
