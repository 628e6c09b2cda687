"""Tellings: every one is kept, one is chosen, and the narrator's history is the path's own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from game.errors import SaveError
from game.storage.records import Step, Telling, Turn
from game.storage.run import RunFile
from game.storage.tables.turns import add_turn, current_turn

Play = Callable[..., list[Turn]]


def tell(run: RunFile, turn: Step, text: str) -> Telling:
    return run.tell(turn.id, text, narrator="scene", model="small", seed=7)


def step(turn: Turn) -> Step:
    return Step(turn.id, turn.parent, turn.depth, turn.words, turn.action, turn.events)


def test_a_turn_not_yet_told_has_no_telling(run: RunFile) -> None:
    assert run.chosen_telling(1) is None
    assert run.tellings(1) == []


def test_the_first_telling_is_chosen(run: RunFile) -> None:
    telling = tell(run, run.current(), "Fog.")
    assert telling == Telling(1, 1, "Fog.", "scene", "small", 7)
    assert run.chosen_telling(1) == telling


def test_a_retry_is_chosen_and_the_earlier_one_kept(run: RunFile) -> None:
    first, second = tell(run, run.current(), "Fog."), tell(run, run.current(), "Mist.")
    assert second.alternative == 2
    assert run.chosen_telling(1) == second
    assert run.tellings(1) == [first, second]


def test_telling_a_turn_keeps_what_redo_leads_to(run: RunFile, play: Play) -> None:
    root, (north,) = run.current(), play("north")
    tell(run, root, "Fog.")
    run.undo()
    assert run.redo() == north


def test_an_earlier_turn_may_be_told_late(run: RunFile, play: Play) -> None:
    north, east = play("north", "east")
    telling = tell(run, north, "North, then.")
    assert (run.chosen_telling(north.id), run.chosen_telling(east.id)) == (telling, None)


def test_a_turn_that_is_not_there_cannot_be_told(run: RunFile) -> None:
    with pytest.raises(SaveError, match="There is no turn 99"):
        run.tell(99, "Fog.", narrator="scene", model="", seed=0)


def test_tellings_survive_close_and_open(run: RunFile, file: Path) -> None:
    told = [tell(run, run.current(), text) for text in ("Fog.", "Mist.")]
    run.close()
    with RunFile.open(file) as again:
        assert again.tellings(1) == told
        assert again.chosen_telling(1) == told[1]


def test_the_told_path_pairs_each_step_with_its_chosen_telling(run: RunFile, play: Play) -> None:
    root, (north, east) = run.current(), play("north", "east")
    tell(run, east, "A door.")
    fog, door = tell(run, root, "Fog."), tell(run, east, "A green door.")
    assert run.path_tellings() == [(step(root), fog), (step(north), None), (step(east), door)]


@pytest.mark.parametrize(("limit", "ids"), [(0, []), (1, [4]), (2, [3, 4]), (4, [1, 2, 3, 4]), (9, [1, 2, 3, 4])])
def test_the_told_path_can_be_cut_to_its_last_steps(run: RunFile, play: Play, limit: int, ids: list[int]) -> None:
    play("north", "east", "up")
    assert [told.id for told, _ in run.path_tellings(limit)] == ids


def test_nothing_of_an_undone_branch_is_in_the_told_path(run: RunFile, play: Play) -> None:
    (north,) = play("north")
    tell(run, north, "A secret.")
    run.undo()
    play("south")
    assert [told.words for told, _ in run.path_tellings()] == ["", "south"]
    assert [telling for _, telling in run.path_tellings()] == [None, None]


def test_a_path_of_thousands_of_steps_is_read_whole(run: RunFile, file: Path) -> None:
    run._write(_three_thousand_turns)
    run.close()
    with RunFile.open(file) as again:
        assert [told.depth for told, _ in again.path_tellings()] == list(range(3_001))
        assert len(again.path()) == 3_001


def _three_thousand_turns(db: sqlite3.Connection) -> None:
    turn = current_turn(db)
    for _ in range(3_000):
        turn = add_turn(db, turn, words="", action="", events="", state="")
