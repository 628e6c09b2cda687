"""Saves as every past version of the game wrote them, frozen: they open, and hold what they held."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from game.loader.load import load_world
from game.session.opening import open_session
from game.storage.migrations import MIGRATIONS, backup_path
from game.storage.records import Meta, Telling, Turn
from game.storage.run import RunFile
from game.storage.runs import list_runs

CORPUS = Path(__file__).with_name("corpus")
OLD = sorted(CORPUS.glob("*.loreloom"))


@pytest.fixture(params=OLD, ids=[each.stem for each in OLD])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / "inn" / "old.loreloom"
    file.parent.mkdir()
    shutil.copy(request.param, file)
    shutil.copy(request.param.with_suffix(".json"), file.with_suffix(".json"))
    return file


def test_every_past_version_is_in_the_corpus() -> None:
    assert [each.stem for each in OLD] == [f"schema-{number}" for number in range(1, len(MIGRATIONS))]


@pytest.mark.parametrize("opened", [RunFile.open, RunFile.look])
def test_an_old_save_holds_what_it_held(old: Path, opened: Callable[[Path], RunFile]) -> None:
    held = json.loads(old.with_suffix(".json").read_text(encoding="utf-8"))
    with opened(old) as run:
        run.quick_check()
        assert run.meta == Meta(*held["meta"])
        path = run.path()
        assert path == [Turn(*each) for each in held["path"]]
        assert [each for turn in path for each in run.tellings(turn.id)] == [
            Telling(*each) for each in held["tellings"]
        ]


def test_an_old_save_leads_where_it_led(old: Path) -> None:
    held = json.loads(old.with_suffix(".json").read_text(encoding="utf-8"))
    with RunFile.open(old) as run:
        assert {str(turn): child for turn, child in run.leads().items()} == held["leads"]
        assert [telling.alternative for _, telling in run.path_tellings() if telling] == held["chosen"]
        assert [[each.name, each.turn, each.note] for each in run.kept.bookmarks()] == held["bookmarks"]
        assert len(run.tree()) == held["turns"]


def test_an_old_save_is_listed_and_left_as_it_is(old: Path) -> None:
    before = old.read_bytes()
    (listed,) = list_runs(old.parents[1], "inn")
    assert (listed.name, listed.depth, listed.problem) == ("old", 4, "")
    assert old.read_bytes() == before


def test_an_old_save_is_copied_before_it_is_changed(old: Path) -> None:
    before, version = old.read_bytes(), old.read_bytes()[63]
    RunFile.open(old).close()
    copy = backup_path(old, version)
    assert copy.exists() == (version < len(MIGRATIONS))
    if copy.exists():
        shutil.move(copy, old)
        assert old.stat().st_size == len(before)


def test_an_old_save_is_played_on(old: Path) -> None:
    session = open_session(load_world(CORPUS / "inn.toml"), old.parents[1], None, run="old")
    try:
        for words in ("/undo", "look"):
            assert [type(event).__name__ for event in session.submit(words)][-1] in ("Offered", "Answered")
        assert session.state.turn == 4
    finally:
        session.close()
