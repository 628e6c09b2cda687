"""What was told before, read back from a run in pieces."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.session.history import told_before
from game.session.opening import open_session
from game.session.session import Session
from tests.kit import inn


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    played = open_session(inn(), tmp_path, None, run="one", seed=7)
    for words in ("pay her", "east", "west"):
        list(played.submit(words))
    yield played
    played.close()


def test_turns_before_a_number_come_oldest_first(session: Session) -> None:
    told = told_before(session.run, 3, most=2)
    assert [(turn.number, turn.words) for turn in told] == [(1, "Pay her"), (2, "east")]


def test_they_are_as_they_were_told(session: Session) -> None:
    (turn,) = told_before(session.run, 3, most=1)
    assert "Rain." in [passage.text for passage in turn.passages]


def test_there_is_nothing_before_the_beginning(session: Session) -> None:
    assert told_before(session.run, 0, most=5) == ()
    assert [turn.number for turn in told_before(session.run, 2, most=9)] == [0, 1]


def test_an_undone_turn_is_not_among_them(session: Session) -> None:
    list(session.submit("/undo"))
    list(session.submit("wait"))
    assert [turn.words for turn in told_before(session.run, 4, most=2)] == ["east", "wait"]


def test_they_are_shown_as_they_may_be(session: Session) -> None:
    (turn,) = told_before(session.run, 3, most=1, cleared=lambda told: told[:1])
    assert len(turn.passages) == 1
