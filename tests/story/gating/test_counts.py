"""Accounts in numbers."""

from __future__ import annotations

import pytest

from game.story.gating.account import Account, Fate, Heard
from game.story.gating.counts import Counts, counts_of
from game.story.model import Done


def done(*fates: Fate, number: int = 0, is_given_up: bool = False) -> Done:
    """Return a reply of sentences of ten letters, read in a second and written in two, with these fates."""
    heard = tuple(Heard("It rains.!", fate) for fate in fates)
    account = Account("notes", number, heard, is_given_up)
    return Done("stop", 100, 20, 40, first_token_s=1.0, total_s=3.0, account=account)


def test_a_telling_that_passes_costs_nothing_extra() -> None:
    counts = counts_of([done("", "")])
    assert counts == Counts(tellings=1, raw=2, shown=2)


def test_what_was_held_back_is_counted_by_its_reason() -> None:
    counts = counts_of([done("", "absent"), done("", "loop", number=1), done("absent", number=2, is_given_up=True)])
    assert counts.withheld == {"absent": 2, "loop": 1}
    assert (counts.raw, counts.shown, counts.retries, counts.repaired, counts.given_up) == (5, 2, 2, 1, 1)


def test_extra_is_what_was_written_for_nothing_and_read_again() -> None:
    counts = counts_of([done("", "absent"), done("", number=1)])
    assert [counts.tokens, counts.seconds] == pytest.approx([20 + 20, 1.0 + 1.0])


def test_what_was_cut_or_spare_was_not_held_back() -> None:
    counts = counts_of([done("", "cut", "spare")])
    assert (counts.raw, counts.shown, counts.repaired, counts.tokens) == (2, 1, 0, 0)


def test_a_line_that_nobody_judged_is_not_counted_but_what_it_took_is() -> None:
    counts = counts_of([done("unfit", "unfit"), done("", "unfit", number=1)])
    assert (counts.raw, counts.shown, counts.repaired, counts.retries) == (1, 1, 0, 1)
    assert [counts.tokens, counts.seconds] == [40 + 20, 2.0 + 1.0]


def test_replies_that_came_through_no_gate_count_nothing() -> None:
    assert counts_of([Done("stop", 100, 20, 40, 1.0, 3.0)]) == Counts()


def test_counts_add_up() -> None:
    one = counts_of([done("", "absent"), done("", number=1)])
    both = one + one
    assert [both.tellings, both.withheld["absent"], both.seconds] == pytest.approx([2, 2, 2 * one.seconds])
