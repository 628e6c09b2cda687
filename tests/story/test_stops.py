"""A stop that is set by more than one hand."""

from __future__ import annotations

from threading import Event

from game.story.stops import EitherStop, LateStop


def test_it_is_set_by_ones_own_hand_or_the_other() -> None:
    other = Event()
    first, second = EitherStop(other), EitherStop(other)
    first.set()
    assert (first.is_set(), second.is_set(), other.is_set()) == (True, False, False)
    other.set()
    assert second.is_set()


def test_the_other_may_come_later() -> None:
    stop, other = EitherStop(), Event()
    other.set()
    assert not stop.is_set()
    stop.other = other
    assert stop.is_set()


def test_a_late_stop_is_set_by_time_too() -> None:
    other = Event()
    soon, late = LateStop(other, after_s=0.0), LateStop(other, after_s=3_600.0)
    assert (soon.is_set(), late.is_set()) == (True, False)
    other.set()
    assert late.is_set()


def test_nobody_waits_for_a_late_stop_before_it_is_due() -> None:
    stop, due = LateStop(Event(), after_s=0.0), Event()
    stop.due = due
    assert not stop.is_set()
    due.set()
    assert stop.is_set()
