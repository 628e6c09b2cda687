"""Runs put elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest

from game.errors import SaveError
from game.storage import moving
from game.storage.lock import RunLock
from game.storage.moving import move_run
from game.storage.run import RunFile


@pytest.fixture
def to(file: Path) -> Path:
    return file.with_name("new.loreloom")


def unsettled(path: Path) -> NoReturn:
    raise SaveError("The disk failed.")


def test_a_run_goes_with_its_copies_and_a_journal_that_sqlite_left(
    run: RunFile, file: Path, to: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.close()
    monkeypatch.setattr(moving, "connect", unsettled)
    for name in (f"{file.name}.schema-1", f"{file.name}-journal", "run-10.loreloom"):
        file.with_name(name).write_text(name)
    move_run(file, to)
    there = {path.name for path in file.parent.iterdir() if not path.name.endswith(".lock")}
    assert there == {to.name, f"{to.name}.schema-1", f"{to.name}-journal", "run-10.loreloom"}


def test_a_run_that_moved_is_played_on(run: RunFile, file: Path, to: Path) -> None:
    run.close()
    move_run(file, to)
    with RunFile.open(to) as again:
        assert again.current().id == 1


def test_a_run_that_is_open_stays(run: RunFile, file: Path, to: Path) -> None:
    with pytest.raises(SaveError, match="open in another window"):
        move_run(file, to)
    assert file.exists()


def test_nothing_is_moved_over(run: RunFile, file: Path, to: Path) -> None:
    run.close()
    to.write_text("another")
    with pytest.raises(SaveError, match="already"):
        move_run(file, to)
    assert to.read_text() == "another"


def test_what_is_not_there_is_a_sentence(file: Path, to: Path) -> None:
    with pytest.raises(SaveError, match="There is no run"):
        move_run(file, to)


def test_a_run_that_was_not_given_back_is_known_as_such_where_it_is_now(run: RunFile, file: Path, to: Path) -> None:
    assert run._lock
    run._lock.drop()
    move_run(file, to)
    assert RunLock(file).was_released
    with RunFile.open(to) as again:
        assert not again.was_closed
