"""Jobs as they arrive at the worker."""

from __future__ import annotations

import os

import pytest

from game.llm.wire import Frame, pack
from game.llm.worker.pipes import Inbox
from tests.llm.hosts import until


class Line:
    """An inbox, and the end of the pipe that the game writes to; never closed, for that ends the process."""

    def __init__(self) -> None:
        there, self._here = os.pipe()
        self.inbox = Inbox(there)

    def send(self, *frames: Frame) -> None:
        os.write(self._here, b"".join(map(pack, frames)))


def reply(number: int, *, max_tokens: int = 5) -> Frame:
    return {"is": "reply", "id": number, "request": {"max_tokens": max_tokens}}


def count(number: int) -> Frame:
    return {"is": "count", "id": number}


def cancel(number: int) -> Frame:
    return {"is": "cancel", "id": number}


@pytest.fixture
def line() -> Line:
    return Line()


def test_questions_come_before_writing_and_writing_before_reading(line: Line) -> None:
    line.send(reply(1, max_tokens=0), reply(2), reply(3), count(4), count(5))
    until(lambda: len(line.inbox._waiting) == 5)
    assert [line.inbox.next().number for _ in range(5)] == [4, 5, 2, 3, 1]


def test_only_questions_are_answered_in_between(line: Line) -> None:
    line.send(count(1), reply(2), count(3))
    until(lambda: len(line.inbox._waiting) == 3)
    assert [job.number for job in line.inbox.questions()] == [1, 3]
    assert line.inbox.questions() == []
    assert line.inbox.next().number == 2


def test_a_request_that_writes_cancels_the_reading_under_way(line: Line) -> None:
    line.send(reply(1, max_tokens=0))
    reading = line.inbox.next()
    line.send(reply(2))
    assert line.inbox.next().number == 2
    assert reading.cancelled


def test_a_request_that_writes_waits_for_one_that_does(line: Line) -> None:
    line.send(reply(1))
    writing = line.inbox.next()
    line.send(reply(2), reply(3, max_tokens=0))
    assert line.inbox.next().number == 2
    assert not writing.cancelled


def test_a_job_is_cancelled_by_its_number(line: Line) -> None:
    line.send(reply(1))
    current = line.inbox.next()
    line.send(reply(2), reply(3), cancel(1), cancel(3))
    until(lambda: current.cancelled)
    until(lambda: [job.cancelled for job in line.inbox._waiting] == [False, True])
