"""Several commands in a line, each a turn of its own; and what words take from the path."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.session.opening import open_session
from game.session.session import Session
from game.session.turn_events import Answered, Committed
from tests.kit import inn


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Yield a session of the inn, told by the author."""
    session = open_session(inn(), tmp_path, None, run="test", seed=7)
    list(session.begin())
    yield session
    session.close()


def committed(session: Session, *lines: str) -> list[str]:
    """Return the words of the turns that the last of some lines is."""
    *before, last = lines
    for line in before:
        list(session.submit(line))
    return [event.words for event in session.submit(last) if isinstance(event, Committed)]


def answers(session: Session, *lines: str) -> list[str]:
    """Return what is said outside the story to the last of some lines."""
    *before, last = lines
    for line in before:
        list(session.submit(line))
    return [event.text for event in session.submit(last) if isinstance(event, Answered)]


def test_each_command_of_a_line_is_a_turn(session: Session) -> None:
    assert committed(session, "take lamp, go east, then wait") == ["take lamp", "go east", "wait"]
    assert session.run.current().depth == 3


def test_a_turn_of_a_line_is_taken_back_alone(session: Session) -> None:
    list(session.submit("take lamp and go east"))
    list(session.submit("/undo"))
    assert session.state.place == "hall"
    assert session.state.holder("lamp") == "you"


def test_a_line_stops_where_it_is_not_understood(session: Session) -> None:
    (answer,) = answers(session, "take lamp. take moon. go east")
    assert answer.startswith("You stop at “take moon”. There is no “moon” here")
    assert session.state.place == "hall"


def test_a_line_stops_where_the_world_refuses(session: Session) -> None:
    assert answers(session, "take table, then go east") == ["You leave it at that; what is left undone: “go east”."]
    assert session.state.place == "hall"


def test_all_is_a_turn_for_each(session: Session) -> None:
    assert committed(session, "take all") == ["Take the brass lamp"]


def test_it_is_what_the_last_turn_was_about(session: Session) -> None:
    assert committed(session, "take lamp", "drop it") == ["drop it"]
    assert session.state.holder("lamp") == "hall"


def test_back_is_where_the_path_came_from(session: Session) -> None:
    assert committed(session, "go east", "go back") == ["go back"]
    assert session.state.place == "hall"


def test_a_turn_taken_back_is_spoken_of_no_more(session: Session) -> None:
    (answer,) = answers(session, "x lamp", "/undo", "take it")
    assert answer == "What do you want to take?"


def test_again_outlives_a_closed_game(tmp_path: Path) -> None:
    with_turn = open_session(inn(), tmp_path, None, run="test", seed=7)
    list(with_turn.submit("wait"))
    with_turn.close()
    session = open_session(inn(), tmp_path, None, run="test", seed=7)
    assert committed(session, "g") == ["g"]
    assert session.run.current().action == "wait"
    session.close()
