"""Runs begun, gone on with, and carried over a change of their world."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import SaveError
from game.loader.load import parse_world
from game.rules.world import World
from game.session.opening import open_session
from tests.kit import INN, inn


def changed(*renames: tuple[str, str]) -> World:
    """Return the inn with some of its text replaced."""
    text = INN
    for old, new in renames:
        text = text.replace(old, new)
    return parse_world(text)


def test_a_run_without_a_name_gets_the_next_free_one(tmp_path: Path) -> None:
    names = []
    for _ in range(2):
        session = open_session(inn(), tmp_path, None)
        names.append(session.run.file.name)
        session.close()
    assert names == ["run-1.loreloom", "run-2.loreloom"]


def test_a_run_open_elsewhere_is_refused_with_a_sentence(tmp_path: Path) -> None:
    session = open_session(inn(), tmp_path, None, run="a")
    with pytest.raises(SaveError, match="open"):
        open_session(inn(), tmp_path, None, run="a")
    session.close()


def test_a_run_keeps_its_seed(tmp_path: Path) -> None:
    open_session(inn(), tmp_path, None, run="a", seed=5).close()
    session = open_session(inn(), tmp_path, None, run="a", seed=6)
    assert session.state.seed == 5
    session.close()


def test_a_run_goes_on_in_a_world_that_grew(tmp_path: Path) -> None:
    session = open_session(inn(), tmp_path, None, run="a")
    list(session.submit("take lamp"))
    session.close()
    session = open_session(inn('[thing.mug]\nname = "mug"\nat = "hall"\n'), tmp_path, None, run="a")
    assert (session.state.where["lamp"], session.state.where["mug"]) == ("you", "hall")
    list(session.submit("take mug"))
    session.close()


def test_a_run_goes_on_in_a_world_that_lost_a_thing(tmp_path: Path) -> None:
    session = open_session(inn(), tmp_path, None, run="a")
    list(session.submit("take lamp"))
    session.close()
    world = changed(("[thing.lamp]", "[thing.torch]"), ("(lamp)", "(torch)"), ('"lamp"', '"torch"'))
    session = open_session(world, tmp_path, None, run="a")
    assert "lamp" not in session.state.where
    assert session.view().carried == ()
    session.close()


def test_a_place_that_is_gone_is_a_sentence_and_the_run_stays_as_it_was(tmp_path: Path) -> None:
    session = open_session(inn(), tmp_path, None, run="a")
    list(session.submit("east"))
    session.close()
    moved = changed(("[place.yard]", "[place.court]"), ('"yard"', '"court"'))
    with pytest.raises(SaveError, match="stands in 'yard'"):
        open_session(moved, tmp_path, None, run="a")
    open_session(inn(), tmp_path, None, run="a").close()
