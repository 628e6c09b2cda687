"""The worlds that turns were played by."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import WorldError
from game.storage.records import WorldCopy
from game.storage.run import RunFile
from game.storage.snapshot import Snapshot
from tests.archive.kit import CHINESE, FILES, played, worlds_of
from tests.kit import INN, inn


def test_each_turn_has_the_copy_by_which_it_was_played(tmp_path: Path) -> None:
    path = played(tmp_path, "east")
    edited = INN.replace("Rain.", "Snow.")
    with RunFile.open(path) as run:
        run.kept.put_world(WorldCopy(2, "x", (("inn.toml", edited),)))
    with Snapshot(path) as taken:
        worlds = worlds_of(taken)
        looks = [str(worlds.played(turn).places["yard"].look.variants[0].text) for turn in (1, 2)]
        assert looks == ["Rain.", "Snow."]
        assert [worlds.number_of(turn) for turn in (1, 2, 3)] == [1, 2, 2]


def test_a_translation_in_the_copy_is_laid_over(tmp_path: Path) -> None:
    with Snapshot(played(tmp_path, files=(*FILES, CHINESE), language="zh")) as run:
        world = worlds_of(run).played(1)
    assert (world.title, world.places["hall"].name, world.places["room"].name) == ("客栈", "大厅", "the room")


def test_without_a_copy_the_installed_world_serves_if_it_is_the_same(tmp_path: Path) -> None:
    with Snapshot(played(tmp_path, files=None)) as run:
        assert worlds_of(run, inn()).played(1).title == "The Inn"


@pytest.mark.parametrize(("more", "said"), [("\n# edited", "edited since"), (None, "is not installed")])
def test_another_world_is_good_for_its_names_alone(tmp_path: Path, more: str | None, said: str) -> None:
    installed = None if more is None else inn(more)
    with Snapshot(played(tmp_path, files=None)) as run:
        worlds = worlds_of(run, installed)
        with pytest.raises(WorldError, match=said):
            worlds.played(1)
        assert worlds.known(1) is installed


def test_a_copy_that_cannot_be_read_is_a_sentence_on_one_line(tmp_path: Path) -> None:
    path = played(tmp_path)
    with RunFile.open(path) as run:
        run.kept.put_world(WorldCopy(1, "x", (("inn.toml", "schema = ["),)))
    with Snapshot(path) as taken, pytest.raises(WorldError, match=r"cannot be read by this program: error\[W001\]"):
        worlds_of(taken).played(1)
