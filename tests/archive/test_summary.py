"""What a run is, and where it stands."""

from __future__ import annotations

from pathlib import Path

from game.archive.summary import Mark, Summary, summarize
from game.storage.snapshot import Snapshot
from tests.archive.kit import played, rich, worlds_of


def summary(path: Path) -> Summary:
    with Snapshot(path) as run:
        return summarize(run, worlds_of(run))


def test_a_run_says_what_it_is_and_where_it_stands(tmp_path: Path) -> None:
    found = summary(rich(tmp_path))
    assert (found.name, found.world, found.title, found.language) == ("inn/anna", "inn", "The Inn", "en")
    assert (found.seed, found.place, found.ending, found.endings) == (7, "the hall", "", ())
    assert found.lines[-1] == "Anna: “We are full.”"


def test_bookmarks_and_the_ends_of_other_branches_are_named_by_turn(tmp_path: Path) -> None:
    found = summary(rich(tmp_path))
    assert found.bookmarks == (Mark(2, 1, "take lamp", "before the yard", "ask her again"),)
    assert found.ends == (Mark(3, 2, "east"),)


def test_the_way_is_the_places_come_to_on_the_current_path(tmp_path: Path) -> None:
    found = summary(played(tmp_path, "east", "look", "west", "take lamp", "down", "/undo"))
    assert found.places == ("the hall", "the yard", "the hall")


def test_an_ending_that_was_met_and_taken_back_is_remembered(tmp_path: Path) -> None:
    path = played(tmp_path, "pay her", "wait", "up")
    assert summary(path).ending == "Sleep"
    found = summary(played(tmp_path, "/undo"))
    assert (found.ending, found.endings) == ("", ("Sleep",))


def test_without_its_world_a_run_has_ids_for_names(tmp_path: Path) -> None:
    found = summary(played(tmp_path, "east", files=None))
    assert (found.title, found.places) == ("inn", ("hall", "yard"))
