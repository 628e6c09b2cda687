"""Opening a file: the pragmas that are really set, and the files that are refused."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from game.errors import SaveError
from game.storage.connection import connect
from game.storage.migrations import APPLICATION_ID, MIGRATIONS
from game.storage.records import Turn
from game.storage.run import RunFile
from tests.storage.kit import alter

Play = Callable[..., list[Turn]]

_EXTRA = 3  # sqlite.org/pragma.html#pragma_synchronous

Break = Callable[[Path], object]


def read(file: Path, select: str) -> tuple[int, ...]:
    with closing(sqlite3.connect(file)) as db:
        return tuple(number for (number,) in db.execute(select))


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", _EXTRA),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("foreign_keys", 1),
        ("mmap_size", 0),
        ("application_id", APPLICATION_ID),
        ("user_version", len(MIGRATIONS)),
    ],
)
def test_a_run_in_use_has_its_pragmas(run: RunFile, pragma: str, value: object) -> None:
    assert run._read(lambda db: db.execute(f"PRAGMA {pragma}").fetchone()) == (value,)


def test_a_file_in_wal_mode_is_brought_back(run: RunFile, file: Path) -> None:
    run.close()
    alter(file, "PRAGMA journal_mode = WAL")
    with RunFile.open(file) as again:
        assert again._read(lambda db: db.execute("PRAGMA journal_mode").fetchone()) == ("delete",)


def _foreign(file: Path) -> None:
    file.unlink()
    alter(file, "CREATE TABLE turns (id)")


def _truncated(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda file: file.write_bytes(b""), id="empty"),
        pytest.param(lambda file: file.write_text("Dear diary, " * 999), id="text"),
        pytest.param(_foreign, id="another program's"),
        pytest.param(_truncated, id="truncated"),
        pytest.param(lambda file: alter(file, "PRAGMA application_id = 7"), id="application id"),
        pytest.param(lambda file: alter(file, "PRAGMA user_version = 0"), id="no version"),
        pytest.param(lambda file: alter(file, "PRAGMA user_version = -1"), id="version below none"),
        pytest.param(lambda file: alter(file, "DROP TABLE picks"), id="table gone"),
        pytest.param(lambda file: alter(file, "CREATE TABLE more (id)"), id="table too many"),
        pytest.param(lambda file: alter(file, "DROP TABLE here", "CREATE VIEW here AS SELECT 1 AS turn"), id="view"),
        pytest.param(lambda file: alter(file, "DELETE FROM meta"), id="no meta"),
        pytest.param(lambda file: alter(file, "DELETE FROM here"), id="no current turn"),
        pytest.param(lambda file: alter(file, "UPDATE here SET turn = 99"), id="current turn gone"),
        pytest.param(lambda file: alter(file, "UPDATE meta SET seed = '8'"), id="meta changed"),
        pytest.param(lambda file: alter(file, "UPDATE states SET packed = x'00'"), id="state changed"),
        pytest.param(lambda file: alter(file, "UPDATE turns SET state_digest = 'b'"), id="digest changed"),
        pytest.param(lambda file: alter(file, "DELETE FROM states"), id="state gone"),
    ],
)
def test_a_file_that_is_no_sound_run_is_refused(run: RunFile, file: Path, harm: Break) -> None:
    run.close()
    harm(file)
    with pytest.raises(SaveError, match=r"^The file .*run-1\.loreloom is damaged or is not a run of Loreloom: .*\.$"):
        RunFile.open(file)


def test_a_refused_run_is_not_left_locked(run: RunFile, file: Path) -> None:
    run.close()
    alter(file, "UPDATE here SET seal = seal || '.'")
    with pytest.raises(SaveError):
        RunFile.open(file)
    alter(file, "UPDATE here SET seal = rtrim(seal, '.')")
    RunFile.open(file).close()


def test_a_foreign_file_is_left_as_it_was(tmp_path: Path) -> None:
    alter(tmp_path / "diary", "CREATE TABLE entries (id)")
    before = (tmp_path / "diary").read_bytes()
    with pytest.raises(SaveError):
        connect(tmp_path / "diary")
    assert (tmp_path / "diary").read_bytes() == before


def test_a_run_of_a_newer_version_says_to_update(run: RunFile, file: Path) -> None:
    run.close()
    alter(file, f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(SaveError, match="newer Loreloom: update this one"):
        RunFile.open(file)


@pytest.mark.parametrize("name", ["why?.loreloom", "100%.loreloom", "a#b.loreloom", "雾 港.loreloom"])
def test_a_path_of_any_characters_is_opened(run: RunFile, file: Path, tmp_path: Path, name: str) -> None:
    run.close()
    file.rename(tmp_path / name)
    RunFile.open(tmp_path / name).close()


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_not_a_file_is_not_opened(tmp_path: Path, make: Break) -> None:
    make(tmp_path / "odd.loreloom")
    with pytest.raises(SaveError, match="There is no run"):
        connect(tmp_path / "odd.loreloom")


def test_a_path_the_system_will_not_look_at_has_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="could not be read or written"):
        RunFile.open(tmp_path / f"{'x' * 300}.loreloom")


def test_the_quick_check_finds_a_damaged_page(run: RunFile, play: Play, file: Path) -> None:
    play(*(f"north {number:_>300}" for number in range(60)))
    run.close()
    content = bytearray(file.read_bytes())
    page = content.index(b"_5") // 4096 * 4096
    content[page : page + 8] = b"\xff" * 8
    file.write_bytes(content)
    with RunFile.open(file) as again, pytest.raises(SaveError, match="damaged"):
        again.quick_check()


def test_the_quick_check_finds_an_index_that_hides_a_telling(run: RunFile, file: Path) -> None:
    run.tell(1, "Fog.", narrator="scene", model="", seed=0)
    run.close()
    content = bytearray(file.read_bytes())
    (root,) = read(file, "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_tellings_1'")
    content[root * 4096 - 2] = 8  # the format of 0, where the index has the telling's number 1
    file.write_bytes(content)
    with RunFile.open(file) as again, pytest.raises(SaveError, match="damaged"):
        again.quick_check()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE picks SET child = 3 WHERE turn = 1",
        "UPDATE turns SET words = 'south' WHERE id = 2",
        "UPDATE turns SET parent = 3, depth = 3 WHERE id = 2",
        "UPDATE turns SET depth = 5 WHERE id = 2",
        "DELETE FROM turns WHERE id = 2",
    ],
)
def test_turns_that_do_not_fit_together_are_damage(run: RunFile, play: Play, file: Path, change: str) -> None:
    play("north", "east")
    run.undo()
    run.undo()
    alter(file, change)
    with pytest.raises(SaveError, match="damaged"):
        _ = run.redo(), run.redo(), run.path()


def test_a_chosen_telling_that_is_gone_is_damage(run: RunFile, file: Path) -> None:
    run.tell(1, "Fog.", narrator="scene", model="", seed=0)
    alter(file, "DELETE FROM tellings")
    with pytest.raises(SaveError, match="damaged"):
        run.chosen_telling(1)
