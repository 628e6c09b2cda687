"""Names of runs, and the list of them."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.errors import SaveError
from game.storage.records import Meta
from game.storage.run import RunFile
from game.storage.runs import free_name, list_runs, new_name, run_files, run_path


def begin(saves: Path, world: str, name: str, *, meta: Meta, at: int = 0) -> Path:
    path = run_path(saves, world, name)
    RunFile.create(path, meta, state="", events="").close()
    os.utime(path, (at, at))
    return path


@pytest.mark.parametrize(
    "name", ["run-1", "My_run", "雾港", "Ёлка-2", "हिन्दी", "e\u0301", "٣", "x" * 60, "雾" * 60, "-"]
)
def test_letters_digits_and_dashes_of_any_script_name_a_run(tmp_path: Path, name: str) -> None:
    assert run_path(tmp_path, "saltmarrow", name) == tmp_path / "saltmarrow" / f"{name}.loreloom"


@pytest.mark.parametrize(
    "name", ["", ".", "..", "a.b", "a/b", "../a", "a\\b", "a b", "a\n", "a\0", "²", "x" * 61, "𠀀" * 60, "\ud800", "🜁"]
)
def test_any_other_name_is_refused_with_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(SaveError, match=r"cannot name a run or its folder: use letters, digits, - and _"):
        run_path(tmp_path, "saltmarrow", name)


def test_a_world_cannot_lead_out_of_the_saves(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="cannot name a run or its folder"):
        run_path(tmp_path, "..", "run-1")


def test_the_longest_name_can_be_played(tmp_path: Path, meta: Meta) -> None:
    with RunFile.create(run_path(tmp_path, "saltmarrow", "雾" * 60), meta, state="", events="") as run:
        assert run.commit("", "", "", "").id == 2


def test_the_first_run_is_run_1(tmp_path: Path) -> None:
    assert new_name(tmp_path, "saltmarrow") == "run-1"


def test_a_new_name_is_one_above_the_highest(tmp_path: Path, meta: Meta) -> None:
    for name in ("run-2", "run-10", "run-x", "run-0", "other-99"):
        begin(tmp_path, "saltmarrow", name, meta=meta)
    assert new_name(tmp_path, "saltmarrow") == "run-11"
    assert new_name(tmp_path, "elsewhere") == "run-1"


def test_there_are_no_runs_where_there_is_no_folder(tmp_path: Path) -> None:
    assert list_runs(tmp_path / "none") == list_runs(tmp_path, "saltmarrow") == []


def test_a_run_is_listed_with_its_depth_and_time(tmp_path: Path, meta: Meta) -> None:
    path = begin(tmp_path, "saltmarrow", "run-1", meta=meta)
    with RunFile.open(path) as run:
        run.commit("", "", "", "")
    os.utime(path, (60, 60))
    (summary,) = list_runs(tmp_path)
    assert (summary.name, summary.path, summary.world, summary.depth) == ("run-1", path, "saltmarrow", 1)
    assert (summary.updated, summary.problem) == (datetime.fromtimestamp(60, UTC), "")


def test_the_newest_run_is_listed_first(tmp_path: Path, meta: Meta) -> None:
    for at, name in enumerate(("run-2", "run-3", "run-1")):
        begin(tmp_path, "saltmarrow", name, meta=meta, at=at)
    assert [summary.name for summary in list_runs(tmp_path)] == ["run-1", "run-3", "run-2"]


def test_runs_of_one_world_can_be_listed_alone(tmp_path: Path, meta: Meta) -> None:
    begin(tmp_path, "saltmarrow", "a", meta=meta)
    begin(tmp_path, "elsewhere", "b", meta=meta, at=1)
    assert [summary.name for summary in list_runs(tmp_path, "saltmarrow")] == ["a"]
    assert [summary.world for summary in list_runs(tmp_path)] == ["elsewhere", "saltmarrow"]


def test_a_broken_file_is_listed_with_its_problem(tmp_path: Path, meta: Meta) -> None:
    path = begin(tmp_path, "saltmarrow", "good", meta=meta)
    path.with_name("broken.loreloom").write_text("nothing")
    path.with_name("folder.loreloom").mkdir()
    path.with_name("gone.loreloom").symlink_to(tmp_path / "nowhere")
    problems = {summary.name: summary.problem for summary in list_runs(tmp_path)}
    assert "damaged" in problems["broken"]
    assert "There is no run" in problems["folder"]
    assert "There is no run" in problems["gone"]
    assert problems["good"] == ""


def test_a_run_in_use_is_listed(run: RunFile, file: Path) -> None:
    (summary,) = list_runs(file.parent.parent)
    assert summary.problem == ""


def test_drafts_locks_and_copies_are_not_listed(run: RunFile, file: Path) -> None:
    for name in (f".{file.name}.new", f"{file.name}.schema-1", f"{file.name}-journal"):
        (file.parent / name).touch()
    assert [summary.name for summary in list_runs(file.parent.parent)] == ["run-1"]


def test_a_taken_name_gets_a_number(tmp_path: Path, meta: Meta) -> None:
    assert free_name(tmp_path, "saltmarrow", "anna") == "anna"
    for name in ("anna", "anna-2", "𠀀" * 50):
        begin(tmp_path, "saltmarrow", name, meta=meta)
    assert free_name(tmp_path, "saltmarrow", "anna") == "anna-3"
    assert free_name(tmp_path, "saltmarrow", "𠀀" * 50) == "𠀀" * 40 + "-2"


def test_files_of_runs_are_found_by_world_and_name(tmp_path: Path, meta: Meta) -> None:
    paths = [begin(tmp_path, world, "a", meta=meta) for world in ("inn", "elsewhere")]
    assert run_files(tmp_path) == sorted(paths)
