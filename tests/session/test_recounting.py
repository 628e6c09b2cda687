"""The story so far, told when it is asked for and offered where it is long."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.plain import play_plain
from game.session.commands import recounting
from game.session.turn_events import Answered, TurnEvent
from tests.session.test_session import Table

OFFER = "/story tells the story so far"


@pytest.fixture(params=[False, True], ids=["straight", "reloaded"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Table]:
    """Yield a table without a model, once played straight and once through save and reload."""
    table = Table(tmp_path, None, None, reloads=request.param)
    yield table
    table.session.close()


def answers(events: list[TurnEvent]) -> str:
    """Return what was said from outside the story."""
    return "\n".join(event.text for event in events if isinstance(event, Answered))


def test_the_story_so_far_is_told_and_what_is_still_to_do(table: Table) -> None:
    assert answers(table.play("1", "take lamp", "east", "take ring", "/story")) == (
        "The story so far\n\n"
        "The hall\nThere was this to do: A bed for the night. You chose “Pay her” and took the brass lamp.\n\n"
        "Still to do\nA bed for the night: Get a room."
    )


def test_it_spends_no_turn(table: Table) -> None:
    table.play("take lamp", "/story")
    assert table.session.run.current().depth == 1


def test_nothing_of_an_undone_branch_is_in_it(table: Table) -> None:
    assert "lamp" not in answers(table.play("take lamp", "/undo", "1", "/story"))


def test_after_the_end_nothing_is_still_to_do(table: Table) -> None:
    told = answers(table.play("1", "wait", "up", "wait", "/story"))
    assert "The story ended: Sleep." in told
    assert "Still to do" not in told


def test_it_can_be_asked_for_in_words(table: Table) -> None:
    assert answers(table.play("1", "The story so far")).startswith("The story so far\n\nThe hall")


def test_a_long_story_is_offered_when_it_is_gone_on_with(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recounting, "LONG", 3)
    table.play("take lamp", "wait")
    assert OFFER not in answers(table.reopen())
    table.play("wait")
    assert OFFER in answers(table.reopen())
    assert OFFER not in answers(table.play("look"))


def test_a_run_in_which_nothing_happened_has_no_story(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recounting, "chronicle_of", lambda *_: ())
    assert answers(table.play("/story")) == "Nothing has happened yet that could be told."


def test_plain_mode_prints_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = Table(tmp_path, None, None, reloads=False)
    play_plain(table.session, ["take lamp", "/story"], sys.stdout, echo=False)
    table.session.close()
    assert "The hall\nThere was this to do: A bed for the night. You took the brass lamp." in capsys.readouterr().out
