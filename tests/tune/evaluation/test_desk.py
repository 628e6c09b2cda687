"""A context in which texts share what they begin with."""

from __future__ import annotations

import pytest

from game.llm.worker.context import Entry
from game.tune.evaluation.desk import BRANCHES, TRUNK, Desk, packed


def test_of_another_trunk_only_what_is_new_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    step = desk.context.step

    def counted(entries: list[Entry]) -> None:
        read.extend(entry.token for entry in entries)
        step(entries)

    monkeypatch.setattr(desk.context, "step", counted)
    desk.lay([5, 6, 7])
    desk.lay([5, 6, 9, 10])
    assert read == [5, 6, 7, 9, 10]
    assert desk.length == desk.context.length(TRUNK) == 4


def test_branches_go_on_from_the_trunk_and_ask_after_their_last_token(desk: Desk) -> None:
    desk.lay([5, 6, 7])
    entries = desk.branch([[8, 9], [10]])
    assert entries == [Entry(8, 3, 1), Entry(9, 4, 1, wanted=True), Entry(10, 3, 2, wanted=True)]
    assert [place for place, _ in desk.results(entries)] == [1, 2]
    assert [desk.context.length(branch) for branch in (1, 2)] == [5, 4]


def test_more_than_fits_a_step_is_read_in_several(desk: Desk) -> None:
    desk.lay([5])
    many = [[6] * (desk.chunk + 3), *([7] for _ in range(BRANCHES - 1))]
    assert len(list(desk.results(desk.branch(many)))) == BRANCHES


def test_groups_are_of_few_enough_and_no_bigger_than_their_room() -> None:
    assert list(packed([3, 4, 2, 9, 1, 1, 1], int, room=7, most=2)) == [[3, 4], [2], [9], [1, 1], [1]]
    assert not list(packed([], int, room=7, most=2))
