"""A run keeps the world that it was begun with, and each later one from the first turn that is played by it."""

from __future__ import annotations

from pathlib import Path

from game.loader.copies import world_of_copy
from game.loader.load import parse_world
from game.session.opening import open_session
from tests.kit import INN, inn

EDITED = INN.replace("Rain.", "Snow.")


def test_a_run_keeps_the_files_of_its_world(tmp_path: Path) -> None:
    session = open_session(inn(), tmp_path, None)
    copy = session.run.kept.world_of(1)
    session.close()
    assert copy is not None
    assert world_of_copy(copy.files, language="en").digest == inn().digest == copy.digest


def test_an_edited_world_is_kept_from_its_first_turn_on(tmp_path: Path) -> None:
    session = open_session(inn(), tmp_path, None)
    list(session.submit("wait"))
    worlds = iter([parse_world(EDITED, name="inn.toml")])
    session.edited = lambda: next(worlds, None)
    list(session.reread())
    list(session.submit("wait"))
    copies = [session.run.kept.world_of(turn) for turn in (1, 2, 3)]
    session.close()
    assert [copy.files[0][1] if copy else "" for copy in copies] == [INN, INN, EDITED]


def test_a_run_that_is_gone_on_with_in_the_same_world_keeps_it_once(tmp_path: Path) -> None:
    copies = []
    for _ in range(3):
        session = open_session(inn(), tmp_path, None, run="a")
        list(session.submit("wait"))
        copies.append(session.run.kept.world_of(session.run.current().id))
        session.close()
    assert [copy and copy.first for copy in copies] == [1, 1, 1]
