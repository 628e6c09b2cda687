"""Runs made of the records of others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import SaveError
from game.storage.failures import Unfitting
from game.storage.rebuilding import rebuild
from game.storage.records import Bookmark, Here, Pick, Record, Setting, Telling, Turn, WorldCopy
from game.storage.run import RunFile
from game.storage.snapshot import Snapshot

Play = Callable[..., list[Turn]]


@pytest.fixture
def records(run: RunFile, play: Play, file: Path) -> list[Record]:
    """Return those of a run of two branches, with everything that a run can hold."""
    north, _east = play("north", "east")
    run.jump(north.id)
    play("west")
    run.kept.put_world(WorldCopy(1, "a1", (("inn.toml", "雨"),)))
    fog = run.tell(north.id, "Fog.", narrator="scene", model="small", seed=2**70, details="{}")
    run.tell(north.id, "Mist.", narrator="scene", model="small", seed=-1)
    run.choose(fog)
    run.kept.rate(fog, -1)
    run.kept.bookmark(Bookmark("quay", 1, "ask"))
    run.kept.put_setting("way", "scene")
    with Snapshot(file) as taken:
        return list(taken.records())


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "saves" / "elsewhere" / "copy.loreloom"


def test_a_run_comes_back_equal(records: list[Record], copy: Path) -> None:
    rebuild(copy, records)
    with Snapshot(copy) as taken:
        assert list(taken.records()) == records


def test_a_run_that_came_back_is_played_on(records: list[Record], copy: Path, run: RunFile) -> None:
    rebuild(copy, records)
    with RunFile.open(copy) as again:
        assert again.current() == run.current()
        assert again.undo() == run.undo()
        assert again.redo() == run.redo()
        assert again.commit("", "", "", "").id == 5


def test_nothing_is_written_over(records: list[Record], file: Path, copy: Path) -> None:
    rebuild(copy, records)
    with pytest.raises(SaveError, match="already"):
        rebuild(copy, records)


def unfitting() -> Iterator[tuple[str, Callable[[Record], list[Record]]]]:
    turn = Turn(9, 1, 1, "", "", "", "")
    yield "two beginnings", lambda each: [each, Turn(7, None, 0, "", "", "", "")] if each == Here(4) else [each]
    yield "a turn without a parent", lambda each: [replace(turn, parent=8)] if isinstance(each, Here) else [each]
    yield "a turn too deep", lambda each: [replace(turn, depth=5)] if isinstance(each, Here) else [each]
    yield "a turn too early", lambda each: [replace(turn, id=3)] if isinstance(each, Here) else [each]
    yield "a turn too large", lambda each: [replace(turn, id=2**63)] if isinstance(each, Here) else [each]
    yield "nowhere to stand", lambda each: [] if isinstance(each, Here) else [each]
    yield "two places to stand", lambda each: [each, each] if isinstance(each, Here) else [each]
    yield "a telling of no turn", lambda each: [Telling(99, 1, "", "", "", 0)] if isinstance(each, Here) else [each]
    yield "a telling twice", lambda each: [each, each] if isinstance(each, Telling) else [each]
    yield "a pick of another's child", lambda each: [Pick(3, 2, None)] if isinstance(each, Pick) else [each]
    yield "a pick of no telling", lambda each: [Pick(3, None, 4)] if isinstance(each, Pick) else [each]
    yield "a bookmark of no turn", lambda each: [Bookmark("x", 99)] if isinstance(each, Bookmark) else [each]
    yield "only settings", lambda each: [each] if isinstance(each, Setting) else []


@pytest.mark.parametrize(("change"), [pytest.param(change, id=name) for name, change in unfitting()])
def test_records_that_do_not_fit_leave_nothing_behind(
    records: list[Record], copy: Path, change: Callable[[Record], list[Record]]
) -> None:
    with pytest.raises(Unfitting):
        rebuild(copy, (each for record in records for each in change(record)))
    assert [path.name for path in copy.parent.iterdir()] == [f".{copy.name}.lock"]


def test_what_goes_wrong_with_the_records_leaves_nothing_behind(records: list[Record], copy: Path) -> None:
    def broken() -> Iterator[Record]:
        yield from records
        raise SaveError("line 7")

    with pytest.raises(SaveError, match="line 7"):
        rebuild(copy, broken())
    assert not copy.exists()
