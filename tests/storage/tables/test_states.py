"""States: small on the disk, whole when they are read."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from game.errors import SaveError
from game.storage.run import RunFile
from game.storage.tables.states import WHOLE_EVERY
from tests.storage.kit import alter

LONG = random.Random(2).randbytes(1_500).hex()


def commit(run: RunFile, number: int) -> None:
    run.commit("", "wait", "[]", f"{LONG} {number}")


def test_every_state_comes_back_across_whole_ones_and_branches(run: RunFile, file: Path) -> None:
    states = {1: "at quay"}
    luck = random.Random(3)
    for number in range(3 * WHOLE_EVERY):
        if luck.random() < 0.3:
            run.jump(luck.choice(list(states)))
        commit(run, number)
        states[run.current().id] = f"{LONG} {number}"
    run.close()
    with RunFile.open(file) as again:
        assert {step.id: again.turn(step.id).state for step in again.tree()} == states
        assert all(turn.state == states[turn.id] for turn in again.path())


def test_a_state_takes_little_more_than_what_is_new_in_it(run: RunFile) -> None:
    for number in range(2 * WHOLE_EVERY):
        commit(run, number)
    sizes = [size for (size,) in run._read(lambda db: db.execute("SELECT length(packed) FROM states").fetchall())]
    assert sorted(sizes)[len(sizes) // 2] < len(LONG) / 30
    assert sum(size > len(LONG) / 4 for size in sizes) <= 3


def test_a_state_that_stands_for_itself_is_no_other_turns(run: RunFile, file: Path) -> None:
    for number in range(WHOLE_EVERY):
        commit(run, number)
    run.close()
    alter(file, f"UPDATE states SET packed = (SELECT packed FROM states WHERE turn = 1) WHERE turn = {WHOLE_EVERY + 1}")
    with pytest.raises(SaveError, match="damaged"):
        RunFile.open(file)


@pytest.mark.parametrize(
    "harm",
    [
        lambda file: alter(
            file, "UPDATE states SET packed = (SELECT packed FROM states WHERE turn = 2) WHERE turn = 3"
        ),
        lambda file: alter(file, "DELETE FROM states WHERE turn = 2"),
        lambda file: alter(file, "UPDATE states SET packed = substr(packed, 1, 20) WHERE turn = 3"),
    ],
    ids=["another's", "gone above", "cut short"],
)
def test_a_state_that_does_not_follow_from_its_parents_is_damage(
    run: RunFile, file: Path, harm: Callable[[Path], None]
) -> None:
    for number in range(3):
        commit(run, number)
    run.close()
    harm(file)
    with pytest.raises(SaveError, match="damaged"):
        RunFile.open(file).path()
