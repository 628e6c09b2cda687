"""A damaged run salvaged: what is whole of it is saved, nothing else, and the file itself is left as it was."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import SaveError
from game.storage.records import Bookmark, Here, Meta, Pick, Record, Telling, Turn, WorldCopy
from game.storage.run import RunFile
from game.storage.salvage import Salvaged, salvage
from tests.storage.kit import alter
from tests.storage.long_run import META, records_of, write_long_run
from tests.storage.test_corpus import OLD

PAGE = 4096
LEAF = 0x0D
LEADING = (0x02, 0x05, 0x0A)
"""Pages that only lead to others, and those of indexes."""
GUESSED = Meta("guessed", "", 0, 0, "en", "")


def guess(root: Turn, world: WorldCopy | None) -> Meta:
    assert root.depth == 0
    return GUESSED


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sound") / "run.loreloom"
    write_long_run(file)
    return file


@pytest.fixture
def file(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sound, tmp_path / "run.loreloom"))


def salvaged(file: Path) -> tuple[Salvaged, list[Record]]:
    """Return what salvaging says, and what is in the new run."""
    report = salvage(file, None, guess)
    return report, records_of(report.path)


def only(kind: type[Record], records: list[Record]) -> list[Record]:
    return [each for each in records if isinstance(each, kind)]


def destroy(file: Path, page: int, *, by: bytes = bytes(PAGE)) -> int:
    """Overwrite a page, counted from 1; return what its first byte was."""
    content = bytearray(file.read_bytes())
    kind = content[(page - 1) * PAGE]
    content[(page - 1) * PAGE : page * PAGE] = by
    file.write_bytes(content)
    return kind


def test_a_sound_run_is_saved_whole(file: Path) -> None:
    report, records = salvaged(file)
    assert records == records_of(file)
    assert report.path == file.with_name("run-repaired-1.loreloom")
    assert (report.saved["turns"], report.lost) == (92, {"turns": 0, "tellings": 0, "bookmarks": 0})
    assert (report.depth, report.stood, report.has_meta) == (records_of_depth(records), True, True)


def records_of_depth(records: list[Record]) -> int:
    (here,) = only(Here, records)
    assert isinstance(here, Here)
    return next(each.depth for each in records if isinstance(each, Turn) and each.id == here.turn)


@pytest.mark.parametrize(
    "by", [bytes(PAGE), b"\xff" * PAGE, random.Random(1).randbytes(PAGE)], ids=["zeros", "ones", "noise"]
)
def test_what_is_saved_of_a_run_with_a_bad_page_is_what_was_there(sound: Path, tmp_path: Path, by: bytes) -> None:
    before = records_of(sound)
    for page in range(1, sound.stat().st_size // PAGE + 1):
        file = Path(shutil.copy(sound, tmp_path / f"{page}.loreloom"))
        kind = destroy(file, page, by=by)
        try:
            after = salvaged(file)[1]
        except SaveError:
            assert kind in (LEAF, 0)  # of the opening itself, or of what follows on it
            continue
        assert_is_part_of(before, after)
        if kind in LEADING or page == 1:
            assert after == before, f"page {page} only leads to others"


@pytest.mark.parametrize(
    ("at", "value"), [(16, b"\x02\x00"), (16, b"\x00\x01"), (16, b"\0\0"), (20, b"\x80"), (0, b"s")]
)
def test_a_header_that_lies_about_pages_costs_nothing(file: Path, at: int, value: bytes) -> None:
    before, content = records_of(file), bytearray(file.read_bytes())
    content[at : at + len(value)] = value
    file.write_bytes(content)
    assert salvaged(file)[1] == before


def assert_is_part_of(before: list[Record], after: list[Record]) -> None:
    """Assert that what is there was there before, but for ratings, and that picks lead to what is there."""
    there = {unrated(each) for each in before}
    saved = {each.id for each in after if isinstance(each, Turn)}
    for each in after:
        match each:
            case Pick():
                assert {each.turn, each.child} <= {None, *saved}
            case Here():
                assert each.turn in saved
            case Meta():
                assert each in (META, GUESSED)
            case _:
                assert unrated(each) in there


def unrated(record: Record) -> Record:
    return replace(record, rating=0) if isinstance(record, Telling) else record


def without(sound: Path, tmp_path: Path, *statements: str) -> tuple[Salvaged, list[Record]]:
    file = Path(shutil.copy(sound, tmp_path / "run.loreloom"))
    alter(file, *statements)
    return salvaged(file)


def test_a_turn_that_is_lost_takes_only_those_after_it(sound: Path, tmp_path: Path) -> None:
    before = {each.id: each for each in records_of(sound) if isinstance(each, Turn)}
    report, after = without(sound, tmp_path, "UPDATE turns SET words = 'other' WHERE id = 20")
    saved = {each.id for each in after if isinstance(each, Turn)}
    assert saved == {number for number in before if 20 not in ancestors(before, number)}
    assert 0 < report.lost["turns"] == len(before) - len(saved)
    told = {each.turn for each in after if isinstance(each, Telling)}
    assert told == {each.turn for each in records_of(sound) if isinstance(each, Telling)} & saved


def ancestors(turns: dict[int, Turn], number: int) -> set[int]:
    parent = turns[number].parent
    return {number} if parent is None else {number, *ancestors(turns, parent)}


def test_a_state_that_is_lost_is_a_turn_lost(sound: Path, tmp_path: Path) -> None:
    report, after = without(sound, tmp_path, "UPDATE states SET packed = x'00' WHERE turn = 20")
    assert 20 not in {each.id for each in after if isinstance(each, Turn)}
    assert report.lost["turns"]


def test_the_player_stands_at_the_last_whole_turn_of_their_way(sound: Path, tmp_path: Path) -> None:
    turns = {each.id: each for each in records_of(sound) if isinstance(each, Turn)}
    (here,) = (each.turn for each in records_of(sound) if isinstance(each, Here))
    parent = turns[here].parent
    report, after = without(sound, tmp_path, f"UPDATE states SET packed = x'00' WHERE turn = {here}")
    assert only(Here, after) == [Here(parent or 0)]
    assert not report.stood


def test_a_player_who_stands_nowhere_is_put_at_the_newest_turn(sound: Path, tmp_path: Path) -> None:
    _, after = without(sound, tmp_path, "DELETE FROM here")
    assert only(Here, after) == [Here(92)]


def test_picks_that_are_lost_lead_to_the_player_and_to_what_is_newest(sound: Path, tmp_path: Path) -> None:
    report, _ = without(sound, tmp_path, "DELETE FROM picks")
    with RunFile.open(report.path) as run:
        way = [each.id for each in run.path()]
        assert [run.leads()[number] for number in way[:-1]] == way[1:]
        for told in map(run.tellings, [step.id for step in run.tree()]):
            assert not told or run.chosen_telling(told[0].turn) == told[-1]


def test_a_bookmark_of_a_lost_turn_is_counted_among_the_lost(sound: Path, tmp_path: Path) -> None:
    report, after = without(sound, tmp_path, "UPDATE states SET packed = x'00' WHERE turn = 87")
    assert report.lost["bookmarks"] == 1
    assert len(only(Bookmark, after)) == report.saved["bookmarks"] == 8


def test_what_a_run_was_begun_with_is_guessed_where_it_is_lost(sound: Path, tmp_path: Path) -> None:
    report, after = without(sound, tmp_path, "UPDATE meta SET world = 'other'")
    assert only(Meta, after) == [GUESSED]
    assert not report.has_meta


def test_nothing_is_saved_of_a_run_without_an_opening(file: Path, tmp_path: Path) -> None:
    alter(file, "UPDATE turns SET words = 'other' WHERE id = 1")
    with pytest.raises(SaveError, match=r"Nothing of .*run\.loreloom can be saved: its opening is damaged"):
        salvage(file, None, guess)
    assert sorted(each.suffix for each in tmp_path.iterdir() if not each.name.startswith(".")) == [".loreloom"]


def test_the_damaged_file_is_left_as_it_was(file: Path) -> None:
    destroy(file, 7)
    before = file.read_bytes(), file.stat().st_mtime_ns
    salvage(file, None, guess)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


def test_what_was_saved_before_is_not_written_over(file: Path, tmp_path: Path) -> None:
    assert [salvage(file, None, guess).path.stem for _ in range(2)] == ["run-repaired-1", "run-repaired-2"]
    with pytest.raises(SaveError, match="There is a run"):
        salvage(file, tmp_path / "run-repaired-1.loreloom", guess)


def test_a_run_that_is_played_is_not_salvaged(file: Path) -> None:
    with RunFile.open(file), pytest.raises(SaveError, match="open in another window"):
        salvage(file, None, guess)


@pytest.mark.parametrize("old", OLD, ids=[each.stem for each in OLD])
@pytest.mark.parametrize("page", [0, 1])
def test_a_run_of_an_older_schema_is_saved_in_ours(old: Path, tmp_path: Path, page: int) -> None:
    file = Path(shutil.copy(old, tmp_path / "old.loreloom"))
    before = [each for each in records_of(file) if not isinstance(each, Meta)]
    if page:
        destroy(file, page)
    _, after = salvaged(file)
    assert [each for each in after if not isinstance(each, Meta)] == before


def test_a_turn_half_written_when_a_program_died_is_taken_back(file: Path, tmp_path: Path) -> None:
    before = records_of(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN")
        db.execute("UPDATE turns SET words = 'half'")
        for each in tmp_path.glob("run.loreloom*"):
            shutil.copy(each, tmp_path / each.name.replace("run", "dead"))
        db.execute("ROLLBACK")
    assert (tmp_path / "dead.loreloom-journal").exists()
    assert b"half" in (tmp_path / "dead.loreloom").read_bytes()
    _, after = salvaged(tmp_path / "dead.loreloom")
    assert after == before


def test_blocks_that_the_disk_will_not_read_are_gone_and_the_rest_is_saved(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = os.pread

    def failing(descriptor: int, size: int, at: int) -> bytes:
        if at == 6 * PAGE:
            raise OSError
        return read(descriptor, size, at)

    before = records_of(file)
    monkeypatch.setattr("game.storage.damaged.search.os.pread", failing)
    report = salvage(file, None, guess)
    monkeypatch.undo()
    assert_is_part_of(before, records_of(report.path))
