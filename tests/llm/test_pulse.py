"""Signs of life."""

from __future__ import annotations

import itertools
import os

from game.llm.wire import Frame, Unpacker
from game.llm.worker.pipes import Outbox
from game.llm.worker.pulse import Pulse

WAS_LONG_AGO = -1e9


class Ear:
    """An outbox, and what came out of it."""

    def __init__(self) -> None:
        self._end, out = os.pipe()
        os.set_blocking(self._end, False)
        self.outbox = Outbox(out)

    def heard(self) -> list[Frame]:
        try:
            return list(Unpacker().feed(os.read(self._end, 1 << 16)))
        except BlockingIOError:
            return []


def test_a_job_begins_with_a_beat_that_bears_its_number() -> None:
    ear = Ear()
    Pulse(ear.outbox).begin(7)
    assert ear.heard() == [{"is": "beat", "step": "read", "id": 7}]


def test_a_beat_is_sent_when_nothing_was_for_a_while() -> None:
    ear = Ear()
    pulse = Pulse(ear.outbox, itertools.count().__next__)
    pulse.interrupted()
    assert ear.heard() == []
    ear.outbox.sent_at = WAS_LONG_AGO
    pulse.interrupted()
    assert ear.heard() == [{"is": "beat", "step": "load"}]


def test_a_beat_names_the_step() -> None:
    ear = Ear()
    pulse = Pulse(ear.outbox)
    pulse.enter("write")
    ear.outbox.sent_at = WAS_LONG_AGO
    pulse.interrupted()
    assert ear.heard() == [{"is": "beat", "step": "write"}]


def test_a_step_is_broken_off_when_it_is_wasted() -> None:
    pulse = Pulse(Ear().outbox, itertools.count().__next__)
    assert not pulse.interrupted()
    pulse.is_wasted = lambda: True
    assert pulse.interrupted()


def test_what_is_asked_again_at_once_is_not_looked_up_again() -> None:
    times = iter([1.0, 1.001, 1.003])
    pulse = Pulse(Ear().outbox, times.__next__)
    answers = iter([False, True])
    pulse.is_wasted = answers.__next__
    assert [pulse.interrupted() for _ in range(3)] == [False, False, True]
