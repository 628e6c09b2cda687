"""What the disk refuses: a sentence, nothing half done, and a run that can go on."""

from __future__ import annotations

import errno
import random
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

from game.errors import SaveError
from game.storage import transaction
from game.storage.connection import LONGEST_TEXT
from game.storage.failures import explained
from game.storage.records import Turn
from game.storage.run import RunFile
from game.storage.tables import turns

_LONG = random.Random(1).randbytes(25_000).hex()


def _interrupted(*_: object) -> NoReturn:
    raise KeyboardInterrupt


@contextmanager
def files_may_not_grow_over(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_refused_write_leaves_the_run_as_it_was_and_usable(run: RunFile, file: Path) -> None:
    before = run.path()
    with files_may_not_grow_over(file.stat().st_size), pytest.raises(SaveError, match=r"The disk (failed|is full)"):
        run.commit("", "", "", _LONG)
    assert run.path() == before
    assert run.commit("", "", "", _LONG).id == 2
    run.quick_check()


def test_a_refused_telling_leaves_the_turn_untold(run: RunFile, file: Path) -> None:
    with files_may_not_grow_over(file.stat().st_size), pytest.raises(SaveError):
        run.tell(1, _LONG, narrator="", model="", seed=0)
    assert run.tellings(1) == []
    assert run.tell(1, _LONG, narrator="", model="", seed=0).alternative == 1


def test_a_refused_creation_leaves_no_draft(tmp_path: Path, run: RunFile) -> None:
    with files_may_not_grow_over(4096), pytest.raises(SaveError):
        RunFile.create(tmp_path / "new.loreloom", run.meta, state=_LONG, events="")
    RunFile.create(tmp_path / "new.loreloom", run.meta, state=_LONG, events="").close()


def test_a_full_disk_is_named(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "small")) as db:
        db.execute("PRAGMA max_page_count = 1")
        with pytest.raises(SaveError, match="The disk is full, so nothing more"), explained(tmp_path / "small"):
            db.execute("CREATE TABLE turns (id)")


@pytest.mark.parametrize("state", ["\ud800", "x" * (LONGEST_TEXT + 1)], ids=["half a character", "too long"])
def test_text_that_cannot_be_kept_is_refused_and_the_run_goes_on(run: RunFile, state: str) -> None:
    with pytest.raises(SaveError, match="A text"):
        run.commit("", "", "", state)
    assert run.commit("", "", "", "").id == 2


def test_an_interrupted_write_is_undone(run: RunFile, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(turns, "move_to", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            run.commit("", "", "", "")
    assert len(run.path()) == run.commit("", "", "", "").depth == 1


def test_a_write_that_cannot_be_undone_goes_with_its_connection(run: RunFile, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(turns, "move_to", _interrupted)
        patch.setattr(transaction, "_roll_back", lambda _: None)
        with pytest.raises(KeyboardInterrupt):
            run.commit("", "", "", "")
    assert len(run.path()) == run.commit("", "", "", "").depth == 1


def test_a_commit_continues_the_turn_last_returned(run: RunFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write reported as failed may be on the disk: it must not slip in as the parent of the next turn."""
    lost = run._write(lambda db: turns.add_turn(db, run.current(), words="", action="", events="", state="lost"))
    assert run.current() == Turn(1, None, 0, "", "", "[]", "at quay")
    assert run.commit("", "", "", "").parent == 1 == lost.parent


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EIO, "The disk failed"),
        (errno.EACCES, "may not be opened or written"),
        (errno.ENOENT, "There is no file"),
        (errno.ELOOP, "could not be read or written"),
    ],
)
def test_every_error_of_the_system_has_a_sentence(tmp_path: Path, number: int, words: str) -> None:
    with pytest.raises(SaveError, match=words) as caught, explained(tmp_path / "run"):
        raise OSError(number, "")
    assert str(tmp_path / "run") in str(caught.value)


def test_a_run_held_by_another_program_says_so(run: RunFile, file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        run._read(lambda db: db.execute("PRAGMA busy_timeout = 1"))
        with pytest.raises(SaveError, match="held by another program"):
            run.commit("", "", "", "")
    assert run.commit("", "", "", "").id == 2


def test_a_file_that_cannot_be_made_speaks_of_permissions_and_of_space(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="permissions of it and of its folder, and for space"), explained(tmp_path):
        sqlite3.connect(tmp_path / "none" / "run")
