"""Undo and redo over branches."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.errors import SaveError
from game.storage.records import Turn
from game.storage.run import RunFile
from tests.storage.kit import alter

Play = Callable[..., list[Turn]]


def test_undo_returns_to_the_parent_with_its_state(run: RunFile, play: Play) -> None:
    north, _ = play("north", "east")
    assert run.undo() == north
    assert run.current() == north


def test_the_root_cannot_be_undone(run: RunFile) -> None:
    root = run.current()
    assert run.undo() is None
    assert run.current() == root


def test_redo_undoes_the_undo(run: RunFile, play: Play) -> None:
    play("north", "east")
    before = run.path()
    run.undo()
    run.undo()
    assert [run.redo(), run.redo(), run.redo()] == [*before[1:], None]
    assert run.path() == before


def test_there_is_nothing_to_redo_after_a_commit(run: RunFile, play: Play) -> None:
    (turn,) = play("north")
    assert run.redo() is None
    assert run.current() == turn


def test_a_commit_after_undo_is_a_branch_and_loses_nothing(run: RunFile, play: Play) -> None:
    root, (north,) = run.current(), play("north")
    run.undo()
    (south,) = play("south")
    assert run.path() == [root, south]
    assert run.path(north.id) == [root, north]


def test_redo_takes_the_branch_last_used(run: RunFile, play: Play) -> None:
    play("north")
    run.undo()
    (south,) = play("south")
    run.undo()
    assert run.redo() == south


def test_every_fork_remembers_its_own_branch(run: RunFile, play: Play) -> None:
    play("north", "east")
    run.undo()
    north, west = run.current(), *play("west")
    run.undo()
    run.undo()
    assert [run.redo(), run.redo()] == [north, west]


def test_undo_survives_close_and_open(run: RunFile, play: Play, file: Path) -> None:
    north, east = play("north", "east")
    run.undo()
    run.close()
    with RunFile.open(file) as again:
        assert again.current() == north
        assert again.redo() == east


def test_branches_survive_close_and_open(run: RunFile, play: Play, file: Path) -> None:
    root, (north,) = run.current(), play("north")
    run.undo()
    (south,) = play("south")
    run.undo()
    run.close()
    with RunFile.open(file) as again:
        assert (again.current(), again.redo(), again.path(north.id)) == (root, south, [root, north])


def test_a_player_whom_a_flipped_bit_would_move_is_told_of_the_damage(run: RunFile, play: Play, file: Path) -> None:
    play("north", "east")
    run.close()
    alter(file, "UPDATE here SET turn = 2")
    with pytest.raises(SaveError, match="damaged"):
        RunFile.open(file)


@pytest.mark.parametrize("column", ["child", "alternative"])
def test_a_pick_that_a_flipped_bit_has_changed_is_damage(run: RunFile, play: Play, file: Path, column: str) -> None:
    root = run.current()
    for word in ("north", "east"):
        for text in ("Fog.", "Mist."):
            run.tell(root.id, text, narrator="scene", model="", seed=0)
        play(word)
        run.undo()
    run.close()
    alter(file, f"UPDATE picks SET {column} = 2 WHERE turn = 1")
    with RunFile.open(file) as again:
        for ask in (again.redo, again.leads, lambda: again.chosen_telling(root.id)):
            with pytest.raises(SaveError, match="damaged"):
                ask()
