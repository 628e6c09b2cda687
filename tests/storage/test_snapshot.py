"""Snapshots: all that a run held at one moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.errors import SaveError
from game.storage.records import Bookmark, Here, Pick, Setting, Turn, WorldCopy
from game.storage.run import RunFile
from game.storage.snapshot import Snapshot
from tests.storage.kit import alter

Play = Callable[..., list[Turn]]


def test_a_snapshot_is_taken_of_a_run_that_is_played_and_stays_as_it_was(run: RunFile, play: Play, file: Path) -> None:
    (north,) = play("north")
    with Snapshot(file) as taken:
        play("east")
        assert (taken.here.id, [step.id for step in taken.tree()]) == (north.id, [1, 2])
        assert taken.meta == run.meta


def test_every_turn_of_every_branch_comes_with_the_state_above_it(run: RunFile, play: Play, file: Path) -> None:
    north, _east = play("north", *["east"] * 40)[:2]
    run.jump(north.id)
    (west,) = play("west")
    with Snapshot(file) as taken:
        turns = list(taken.turns())
    assert turns[0][1] == ""
    assert [turn.state for turn, _ in turns] == [run.turn(turn.id).state for turn, _ in turns]
    assert turns[-1] == (west, "at north")


def test_a_turn_whose_state_is_gone_is_damage(run: RunFile, play: Play, file: Path) -> None:
    play("north")
    run.undo()
    run.close()
    alter(file, "DELETE FROM states WHERE turn = 2")
    with Snapshot(file) as taken, pytest.raises(SaveError, match="damaged"):
        list(taken.turns())


def test_the_records_are_all_that_the_file_holds(run: RunFile, file: Path) -> None:
    run.kept.put_world(WorldCopy(1, "a1", (("inn.toml", "雨"),)))
    fog = run.tell(1, "Fog.", narrator="scene", model="small", seed=2**70)
    run.kept.rate(fog, 1)
    run.kept.bookmark(Bookmark("quay", 1))
    run.kept.put_setting("way", "scene")
    with Snapshot(file) as taken:
        kinds = [type(record).__name__ for record in taken.records()]
        assert kinds == ["Meta", "WorldCopy", "Turn", "Telling", "Pick", "Bookmark", "Setting", "Here"]
        assert {Pick(1, None, 1), Setting("way", "scene"), Here(1)} <= set(taken.records())


def test_no_run_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="There is no run"):
        Snapshot(tmp_path / "none.loreloom")
