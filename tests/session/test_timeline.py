"""A run's tree in reading order: the trunk goes on in its lane, branches stand beside it where they leave it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.session.timeline import timeline_of, turn_of_path
from game.storage.records import Bookmark, Meta
from game.storage.run import RunFile

META = Meta("inn", "a1", 7, 1, "en", "2026-01-01T00:00:00+00:00")


@pytest.fixture
def run(tmp_path: Path) -> Iterator[RunFile]:
    """Yield a run with its root alone."""
    with RunFile.create(tmp_path / "inn" / "a.loreloom", META, state="0", events="[]") as run:
        yield run


def grow(run: RunFile, *turns: tuple[int, str]) -> None:
    """Play turns, each from the turn of an id."""
    for parent, words in turns:
        run.jump(parent)
        run.commit(words, words, "[]", words)


def laid(run: RunFile) -> str:
    """Return the tree as text: a line a turn, its lane as its margin."""
    return " ".join(f"{'.' * node.lane}{node.words or 'root'}" for node in timeline_of(run))


def test_a_run_without_branches_is_one_lane(run: RunFile) -> None:
    grow(run, (1, "a"), (2, "b"))
    assert laid(run) == "root a b"


def test_a_branch_stands_where_it_leaves_the_path(run: RunFile) -> None:
    grow(run, (1, "a"), (2, "b"), (1, "c"), (4, "d"))
    assert laid(run) == "root .a .b c d"


def test_the_path_that_is_stood_on_is_the_trunk(run: RunFile) -> None:
    grow(run, (1, "a"), (2, "b"), (1, "c"), (4, "d"))
    run.jump(2)
    assert laid(run) == "root .c .d a b"


def test_branches_of_branches_stand_further_in(run: RunFile) -> None:
    grow(run, (1, "a"), (2, "b"), (2, "c"), (1, "d"), (1, "e"))
    assert laid(run) == "root .a ..b .c .d e"


def test_the_current_turn_the_path_and_bookmarks_are_marked(run: RunFile) -> None:
    grow(run, (1, "a"), (2, "b"), (1, "c"))
    run.kept.bookmark(Bookmark("here", 4))
    marked = {node.words: (node.is_current, node.is_on_path, node.bookmarks) for node in timeline_of(run)}
    assert marked["c"] == (True, True, ("here",))
    assert marked[""] == (False, True, ())
    assert marked["b"] == (False, False, ())


def test_a_very_long_run_is_laid_out_without_recursion(run: RunFile) -> None:
    for number in range(1_500):
        run.commit(f"t{number}", "wait", "[]", "s")
    assert [node.depth for node in timeline_of(run)] == list(range(1_501))


def test_a_turn_is_found_by_its_number_on_the_path(run: RunFile) -> None:
    grow(run, (1, "a"), (2, "b"), (1, "c"))
    assert [turn_of_path(run, number) for number in (0, 1, 2)] == [1, 4, None]
