"""Plays at random."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.explore.player import MOST_ACTIONS, Player
from game.authoring.explore.plays import IN_A_BLOCK, explore_at_random
from game.authoring.explore.report import Report
from game.loader.load import build_project, parse_world, read_sources
from tests.authoring.explore.test_search import DICE, NEVER
from tests.kit import INN, inn


@pytest.fixture
def dice(tmp_path: Path) -> Path:
    """Return the path of a world with an ending out of reach."""
    path = tmp_path / "dice.toml"
    path.write_text(DICE + NEVER, encoding="utf-8")
    return path


def played(path: Path, plays: int, *, seed: int = 1) -> Report:
    """Return what plays of a world find, however long they took."""
    project = build_project(read_sources(path))
    assert project.world is not None
    return replace(explore_at_random(project, project.world, path, plays=plays, seed=seed), seconds=0)


def test_plays_come_to_the_endings_there_are(dice: Path) -> None:
    report = played(dice, 20)
    assert [each.path is not None for each in report.endings] == [True, True, False]
    assert [str(each) for each in report.untested] == ["dice.toml:33 ending 'never'"]


def test_plays_never_say_that_anything_is_out_of_reach(dice: Path) -> None:
    report = played(dice, 20)
    assert (report.complete, report.is_sound, report.soft_locks.decided) == (False, True, False)
    assert report.not_decided == ("dice.toml:33 ending 'never': not reached in 20 plays",)


def test_the_same_seed_plays_the_same(dice: Path) -> None:
    assert played(dice, 30, seed=5) == played(dice, 30, seed=5)
    assert played(dice, 30, seed=5) != played(dice, 30, seed=6)


def test_several_blocks_are_played_on_several_cores(dice: Path) -> None:
    report = played(dice, IN_A_BLOCK + 1)
    assert report.states > played(dice, IN_A_BLOCK).states
    assert report.plays == IN_A_BLOCK + 1


def test_a_few_plays_try_nearly_all_there_is_in_the_inn(tmp_path: Path) -> None:
    path = tmp_path / "inn.toml"
    path.write_text(INN, encoding="utf-8")
    untested = {each.id for each in played(path, 40).untested}
    assert "ring" in untested, "nobody can take it"
    assert untested <= {"ring", "room down"}


def test_a_play_ends_though_the_story_does_not() -> None:
    player = Player(parse_world(DICE[: DICE.index("[[ending]]")]), 1)
    player.play(0)
    assert player.found.states == MOST_ACTIONS


def test_every_other_play_sets_out_from_where_something_was_new() -> None:
    player = Player(inn(), 1)
    player.play(0)
    assert player._set_out(2)[1] == ()
    state, words = player._set_out(1)
    assert state.turn == len(words) > 0
