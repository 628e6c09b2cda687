"""The lock: one program at a time, and none after its owner has died."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.errors import SaveError
from game.storage.lock import RunLock
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
