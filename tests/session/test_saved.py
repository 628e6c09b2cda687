"""Texts of a save that its seals call whole, but that no program of ours would have written."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import SaveError
from game.loader.load import parse_world
from game.session.opening import open_session
from game.session.preview import preview_of
from game.session.reopening import Decision
from game.storage.run import RunFile
from game.story.sentences import sentences_for
from tests.kit import INN, inn

FORGED = ["", "[]", "{", '{"seed":7}', '{"seed":"x","place":"hall","marks":[],"now":[]}', "[" * 5_000]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file of a run of one turn."""
    session = open_session(inn(), tmp_path, None, run="a", seed=7)
    list(session.begin())
    list(session.submit("wait"))
    session.close()
    return tmp_path / "inn" / "a.loreloom"


@pytest.mark.parametrize("state", FORGED)
def test_a_state_that_is_none_is_a_sentence(file: Path, state: str) -> None:
    with RunFile.open(file) as run:
        run.commit("wait", "wait", "[]", state)
    with pytest.raises(SaveError, match="Turn @3 of this run holds what this program cannot read"):
        open_session(inn(), file.parents[1], None, run="a")


@pytest.mark.parametrize(
    "text", [*(each for each in FORGED if each != "[]"), '[{"kind":"telling"}]', '[{"kind":"telling","text":1}]']
)
def test_a_telling_that_is_none_is_a_sentence(file: Path, text: str) -> None:
    with RunFile.open(file) as run:
        run.tell(2, text, narrator="authored", model="", seed=0)
    session = open_session(inn(), file.parents[1], None, run="a")
    with pytest.raises(SaveError, match="Turn @2"):
        list(session.begin())
    with pytest.raises(SaveError, match="Turn @2"):
        preview_of(session.world, sentences_for("en"), session.run, 2)
    session.close()


def test_a_run_that_cannot_be_read_is_not_renamed(file: Path) -> None:
    with RunFile.open(file) as run:
        run.tell(2, "no telling", narrator="authored", model="", seed=0)
    before = file.read_bytes()
    edited = (
        INN.replace("[thing.lamp]", "[thing.lantern]").replace("(lamp)", "(lantern)").replace('"lamp"', '"lantern"')
    )
    world = parse_world(edited, name="inn.toml")
    with pytest.raises(SaveError, match="This run holds what this program cannot read"):
        open_session(world, file.parents[1], None, run="a", decision=Decision(names={"lamp": "lantern"}))
    assert file.read_bytes() == before
