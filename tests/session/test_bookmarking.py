"""Bookmarks at any turn, wherever the player stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.session.bookmarking import bookmark_turn, forget_bookmark
from game.session.session import Session
from game.storage.records import Bookmark
from game.story.sentences import sentences_for
from tests.session.test_session import Table

EN = sentences_for("en")


@pytest.fixture(params=[False, True], ids=["straight", "reloaded"])
def session(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    """Yield a session that stands at its second turn."""
    table = Table(tmp_path, None, None, reloads=request.param)
    table.play("take lamp", "east")
    yield table.session
    table.session.close()


def test_a_turn_is_bookmarked_from_elsewhere(session: Session) -> None:
    assert "Bookmarked as “Lamp in hand”" in bookmark_turn(session.run, EN, 2, " Lamp\x1b in\nhand ")
    assert session.run.kept.bookmarks() == [Bookmark("Lamp in hand", 2)]
    assert session.run.current().id == 3


@pytest.mark.parametrize("name", ["", "12", "#3", "x" * 61])
def test_a_bookmark_is_not_called_like_a_turn(session: Session, name: str) -> None:
    assert "wants a name" in bookmark_turn(session.run, EN, 2, name)
    assert session.run.kept.bookmarks() == []


def test_a_forgotten_bookmark_leaves_its_turn(session: Session) -> None:
    bookmark_turn(session.run, EN, 2, "lamp")
    assert "its turn is still there" in forget_bookmark(session.run, EN, "lamp")
    assert "no bookmark “lamp”" in forget_bookmark(session.run, EN, "lamp")
    assert session.run.turn(2).words == "take lamp"
