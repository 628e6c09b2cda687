"""Figures of runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.archive.figures import Figures, figures_of
from game.storage.rebuilding import rebuild
from game.storage.records import Meta, Record
from game.storage.run import RunFile
from game.storage.snapshot import Snapshot
from tests.archive.kit import CHINESE, FILES, played, rich


def figures(path: Path) -> Figures:
    with Snapshot(path) as run:
        return figures_of(run)


def test_turns_branches_and_tellings_are_counted(tmp_path: Path) -> None:
    found = figures(rich(tmp_path))
    assert (found.turns, found.undone, found.branches, found.bookmarks) == (2, 2, 2, 1)
    assert found.tellings == {("authored", ""): 5, ("model", "small"): 3}
    assert (found.liked, found.disliked) == (1, 1)


def test_what_is_known_of_how_tellings_were_made_is_summed(tmp_path: Path) -> None:
    assert figures(rich(tmp_path)).measured == {"written_tokens": 36, "total_s": 1.5}


@pytest.mark.parametrize("details", ["", "no JSON", "[" * 100_000, "7", '{"total_s":"soon"}'])
def test_what_is_not_known_is_left_out(tmp_path: Path, details: str) -> None:
    path = played(tmp_path)
    with RunFile.open(path) as run:
        run.tell(1, "[]", narrator="model", model="", seed=0, details=details)
    assert figures(path).measured == {}


def test_words_are_counted_as_the_language_has_them(tmp_path: Path) -> None:
    assert figures(played(tmp_path)).unit == "words"
    chinese = figures(played(tmp_path, run="zh", files=(*FILES, CHINESE), language="zh"))
    assert chinese.unit == "characters"
    assert chinese.told > 0


def test_a_run_lasts_from_its_beginning_to_when_it_was_last_written(tmp_path: Path) -> None:
    found = figures(played(tmp_path))
    assert found.days is not None
    assert 0 <= found.days < 1
    assert found.bytes == (tmp_path / "inn" / "anna.loreloom").stat().st_size


def test_a_beginning_that_is_no_time_gives_no_days(tmp_path: Path) -> None:
    def change(record: Record) -> Record:
        return Meta("inn", "", 7, 1, "en", "long ago") if isinstance(record, Meta) else record

    with Snapshot(played(tmp_path)) as run:
        rebuild(tmp_path / "inn" / "old.loreloom", map(change, run.records()))
    assert figures(tmp_path / "inn" / "old.loreloom").days is None
