"""The trash."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import SaveError
from game.storage.records import Meta
from game.storage.run import RunFile
from game.storage.runs import list_runs, run_files
from game.storage.trash import Discarded, discard, empty_trash, list_discarded, restore


@pytest.fixture
def saves(file: Path) -> Path:
    return file.parents[1]


def deleted(saves: Path, file: Path, meta: Meta, events: str = "") -> Discarded:
    RunFile.create(file, meta, state="", events=events).close()
    return discard(saves, file)


def test_a_deleted_run_is_in_the_trash_and_not_among_the_runs(saves: Path, file: Path, meta: Meta) -> None:
    discarded = deleted(saves, file, meta)
    assert list_discarded(saves) == [discarded]
    assert discarded.full_name == "saltmarrow/run-1"
    assert list_runs(saves) == []
    assert run_files(saves) == []


def test_a_deleted_run_comes_back(saves: Path, file: Path, meta: Meta) -> None:
    assert restore(saves, deleted(saves, file, meta)) == file
    assert list_discarded(saves) == []
    assert not list((saves / ".trash").rglob("*.lock"))
    with RunFile.open(file) as run:
        assert run.meta == meta
        assert run.was_closed


def test_a_run_that_was_not_given_back_is_known_as_such_behind_the_trash(saves: Path, file: Path, meta: Meta) -> None:
    run = RunFile.create(file, meta, state="", events="")
    assert run._lock
    run._lock.drop()
    restore(saves, discard(saves, file))
    assert not list((saves / ".trash").rglob("*.lock"))
    with RunFile.open(file) as again:
        assert not again.was_closed


def test_a_name_that_is_taken_meanwhile_gets_a_number(saves: Path, file: Path, meta: Meta) -> None:
    first, second = deleted(saves, file, meta), deleted(saves, file, meta)
    RunFile.create(file, meta, state="", events="").close()
    assert [restore(saves, each).stem for each in (first, second)] == ["run-1-2", "run-1-3"]


def test_the_last_deleted_comes_first(saves: Path, file: Path, meta: Meta) -> None:
    first, second = deleted(saves, file, meta), deleted(saves, file, meta)
    assert list_discarded(saves) == [second, first]


def test_a_damaged_run_can_be_deleted(saves: Path, file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text("nothing")
    assert discard(saves, file).path.read_text() == "nothing"


def test_a_link_goes_to_the_trash_and_what_it_leads_to_stays(saves: Path, file: Path, tmp_path: Path) -> None:
    (tmp_path / "real.loreloom").write_text("nothing")
    file.parent.mkdir(parents=True)
    file.symlink_to(tmp_path / "real.loreloom")
    assert discard(saves, file).path.is_symlink()
    assert (tmp_path / "real.loreloom").exists()


def test_a_run_that_is_kept_elsewhere_is_refused(saves: Path, tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="not among those kept"):
        discard(saves, tmp_path / "elsewhere.loreloom")


def test_what_else_lies_in_the_trash_is_left_out(saves: Path, file: Path, meta: Meta) -> None:
    path = deleted(saves, file, meta).path
    path.with_name("x~yesterday.loreloom").touch()
    assert [each.name for each in list_discarded(saves)] == ["run-1"]


def test_an_emptied_trash_is_gone(saves: Path, file: Path, meta: Meta) -> None:
    path = deleted(saves, file, meta).path
    empty_trash(saves)
    empty_trash(saves)
    assert not path.exists()
    assert list_discarded(saves) == []
