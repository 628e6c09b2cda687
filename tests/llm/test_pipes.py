"""Jobs as they arrive at the worker."""

from __future__ import annotations

import os

import pytest

from game.llm.wire import CLOSE, Frame, pack
from game.llm.worker.pipes import Inbox, Job, Rank
from tests.llm.hosts import until


class Line:
    """An inbox, and the end of the pipe that the game writes to; never closed, for that ends the process."""

    def __init__(self) -> None:
        there, self._here = os.pipe()
        self.inbox = Inbox(there)

    def send(self, *frames: Frame) -> None:
        os.write(self._here, b"".join(map(pack, frames)))

    def jobs(self, count: int) -> list[Job]:
        until(lambda: len(self.inbox._waiting) == count)
        return self.inbox.arrivals()


def reply(number: int, *, max_tokens: int = 5, ahead: bool = False) -> Frame:
    return {"is": "reply", "id": number, "request": {"max_tokens": max_tokens}, "ahead": ahead}


def say(word: str, number: int) -> Frame:
    return {"is": word, "id": number}


@pytest.fixture
def line() -> Line:
    return Line()


def test_jobs_are_taken_in_the_order_in_which_they_came(line: Line) -> None:
    line.send(reply(1), reply(2))
    assert [job.number for job in line.jobs(2)] == [1, 2]
    assert line.inbox.arrivals() == []


def test_a_job_is_waited_for(line: Line) -> None:
    line.send(reply(1))
    assert [job.number for job in line.inbox.next()] == [1]


def test_what_writes_is_ranked_before_what_reads_and_that_before_what_is_told_ahead(line: Line) -> None:
    line.send(reply(1, ahead=True), reply(2, max_tokens=0), reply(3))
    assert [job.rank for job in line.jobs(3)] == [Rank.AHEAD, Rank.READING, Rank.WRITING]


def test_questions_are_kept_apart(line: Line) -> None:
    line.send(say("count", 1), reply(2), say("count", 3))
    assert [line.inbox.questions.get()["id"] for _ in range(2)] == [1, 3]
    assert [job.number for job in line.jobs(1)] == [2]


def test_a_job_is_cancelled_by_its_number_waiting_or_taken(line: Line) -> None:
    line.send(reply(1))
    (taken,) = line.jobs(1)
    line.send(reply(2), reply(3), say("cancel", 1), say("cancel", 3))
    until(lambda: taken.cancelled)
    until(lambda: line.inbox._waiting[-1].cancelled)
    assert [job.cancelled for job in line.jobs(2)] == [False, True]


def test_what_was_told_ahead_is_waited_for_once_it_is_due(line: Line) -> None:
    line.send(reply(1, ahead=True), reply(2, ahead=True))
    taken, other = line.jobs(2)
    line.send(say("due", 1))
    until(lambda: taken.rank is Rank.WRITING)
    assert (taken.is_awaited, other.is_awaited) == (True, False)


def test_nothing_is_said_of_a_job_that_has_ended(line: Line) -> None:
    line.send(reply(1))
    (ended,) = line.jobs(1)
    line.inbox.forget(ended)
    line.send(say("cancel", 1), reply(2))
    line.jobs(1)
    assert not ended.cancelled


@pytest.mark.parametrize(
    ("frames", "awaited"),
    [
        ([], False),
        ([reply(1, max_tokens=0), reply(2, ahead=True)], False),
        ([reply(1), say("cancel", 1)], False),
        ([reply(1, ahead=True), reply(2)], True),
        ([reply(1, ahead=True), say("due", 1)], True),
    ],
)
def test_somebody_waits_only_for_what_writes_now(line: Line, frames: list[Frame], awaited: bool) -> None:
    line.send(*frames, say("count", 9))
    line.inbox.questions.get()
    assert line.inbox.is_awaited == awaited


def test_after_a_long_quiet_there_is_nothing(line: Line) -> None:
    assert line.inbox.next(0.01) == []
    line.send(reply(1))
    assert [job.number for job in line.inbox.next(60.0)] == [1]


def test_closing_cancels_what_was_taken_and_waits_for_no_more(line: Line) -> None:
    line.send(reply(1), reply(2, max_tokens=0))
    jobs = line.jobs(2)
    line.send(CLOSE)
    assert line.inbox.next() == []
    assert (line.inbox.is_closing, [job.cancelled for job in jobs]) == (True, [True, True])
