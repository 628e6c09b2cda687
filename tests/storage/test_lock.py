"""The lock: one program at a time, and none after its owner has died."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from game.errors import SaveError
from game.storage.lock import RunLock, held
from game.storage.records import Meta
from game.storage.run import RunFile

_OWNER = """
import pathlib, sys
from game.storage.run import RunFile
run = RunFile.open(pathlib.Path(sys.argv[1]))
print("open", flush=True)
input()
"""


def test_a_second_open_is_refused_with_a_sentence(run: RunFile, file: Path) -> None:
    with pytest.raises(
        SaveError, match=r"is open in another window: close it there, or only look at it with --read-only\.$"
    ):
        RunFile.open(file)


def test_a_second_open_by_another_name_is_refused(run: RunFile, file: Path, tmp_path: Path) -> None:
    (tmp_path / "link.loreloom").symlink_to(file)
    with pytest.raises(SaveError, match="open in another window"):
        RunFile.open(tmp_path / "link.loreloom")


def test_a_name_in_use_is_not_created_again(run: RunFile, file: Path, meta: Meta) -> None:
    with pytest.raises(SaveError, match="open in another window"):
        RunFile.create(file, meta, state="", events="")


def test_a_closed_run_can_be_opened_again(run: RunFile, file: Path) -> None:
    run.close()
    RunFile.open(file).close()


def test_releasing_twice_does_no_harm(tmp_path: Path) -> None:
    lock = RunLock(tmp_path / "run")
    lock.release()
    lock.release()
    RunLock(tmp_path / "run").release()


def test_a_run_open_in_another_process_is_refused_until_that_dies(run: RunFile, file: Path) -> None:
    run.close()
    command = [sys.executable, "-c", _OWNER, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as owner:
        assert owner.stdout is not None
        owner.stdout.readline()
        with pytest.raises(SaveError, match="open in another window"):
            RunFile.open(file)
        owner.kill()
        owner.wait()
    RunFile.open(file).close()


@pytest.mark.parametrize("moment", [held, lambda file: contextlib.closing(RunFile.look(file))])
def test_who_died_is_known_to_the_next_owner_whoever_holds_or_looks_in_between(
    run: RunFile, file: Path, moment: Callable[[Path], AbstractContextManager[object]]
) -> None:
    assert run._lock
    run._lock.drop()  # as a process does that dies
    with moment(file):
        pass
    with RunFile.open(file) as again:
        assert not again.was_closed
    with RunFile.open(file) as again:
        assert again.was_closed


def test_a_run_that_could_not_be_opened_is_not_taken_for_one_that_was_given_back(run: RunFile, file: Path) -> None:
    assert run._lock
    run._lock.drop()
    file.write_bytes(b"no run" * 900)
    with pytest.raises(SaveError, match="damaged"):
        RunFile.open(file)
    assert not RunLock(file).was_released
