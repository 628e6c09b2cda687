"""A process that plays is killed at random moments: every turn it said was saved is there."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.storage.records import Meta
from game.storage.run import RunFile

_KILLS = 25
_LONGEST_LIFE_S = 0.25

# Commits, tells, undoes and redoes for ever; says which turn is saved only after it is.
_PLAYER = """
import pathlib, sys
from game.storage.run import RunFile

run = RunFile.open(pathlib.Path(sys.argv[1]))
print("open", flush=True)
while True:
    turn = run.commit("go", "go", "[]", "state " * 700)
    print("turn", turn.id, turn.parent, flush=True)
    if turn.id % 2:
        telling = run.tell(turn.id, "Fog. " * 40, narrator="scene", model="", seed=turn.id)
        print("telling", telling.turn, telling.alternative, flush=True)
    if turn.id % 5 == 0:
        run.undo()
        print("here", run.current().id, 0, flush=True)
    if turn.id % 10 == 0:
        run.redo()
        print("here", run.current().id, 0, flush=True)
"""


def test_no_acknowledged_turn_is_lost_to_sigkill(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, moments = tmp_path / "run.loreloom", random.Random(4)
    RunFile.create(file, Meta("saltmarrow", "", 1, 1, "en", ""), state="", events="").close()
    acknowledged = 0
    for _ in range(_KILLS):
        said = _play_until_killed(file, moments.uniform(0, _LONGEST_LIFE_S))
        _check(file, said)
        acknowledged += len(said)
    assert acknowledged >= _KILLS
    with capsys.disabled():
        print(f"\n{_KILLS} kills, {acknowledged} acknowledged writes, 0 lost")


def _play_until_killed(file: Path, life_s: float) -> list[tuple[str, int, int]]:
    """Return the (kind, id, parent or alternative) of all that the player said before it died."""
    with subprocess.Popen([sys.executable, "-c", _PLAYER, str(file)], stdout=subprocess.PIPE, text=True) as player:
        assert player.stdout is not None
        assert player.stdout.readline() == "open\n"
        first = player.stdout.readline()  # a kill tests nothing until something was acknowledged, however slow the disk
        time.sleep(life_s)
        player.kill()
        lines = [first, *player.stdout.read().splitlines(keepends=True)]
    words = [line.split() for line in lines if line.endswith("\n")]
    return [(kind, int(first), int(second)) for kind, first, second in words]


def _check(file: Path, said: list[tuple[str, int, int]]) -> None:
    with RunFile.open(file) as run:
        run.quick_check()
        assert {turn.state for turn in run.path()} <= {"", "state " * 700}
        parents = dict(run._read(lambda db: db.execute("SELECT id, parent FROM turns").fetchall()))
        tellings = set(run._read(lambda db: db.execute("SELECT turn, alternative FROM tellings").fetchall()))
        assert {first: second for kind, first, second in said if kind == "turn"}.items() <= parents.items()
        assert {(first, second) for kind, first, second in said if kind == "telling"} <= tellings
        stood = [first for kind, first, _ in said if kind != "telling"][-1:]
        assert all(_are_one_step_apart(run.current().id, turn_id, parents) for turn_id in stood)


def _are_one_step_apart(turn_id: int, other_id: int, parents: dict[int, int | None]) -> bool:
    """Return whether at most one write, on the disk and not yet acknowledged, lies between the two."""
    return turn_id == other_id or parents[turn_id] == other_id or parents[other_id] == turn_id
