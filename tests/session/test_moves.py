"""The tree of turns: jumps to any of them, bookmarks, the timeline; each with exact state, straight and reloaded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.rules.state import format_state
from game.session.turn_events import Answered, Rewound
from tests.session.test_session import Table, told


@pytest.fixture(params=[False, True], ids=["straight", "reloaded"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Table]:
    """Yield a table at which two branches were played: #2 #3 on the first, #4 #5 on the second."""
    table = Table(tmp_path, None, None, reloads=request.param)
    table.play("take lamp", "east", "/jump 0", "east", "west")
    yield table
    table.session.close()


def said(table: Table, words: str) -> str:
    """Return what is answered to words."""
    return "\n".join(event.text for event in table.play(words) if isinstance(event, Answered))


def test_a_turn_of_another_branch_is_jumped_to_with_its_exact_state(table: Table) -> None:
    before = format_state(table.session.state)
    events = table.play("/jump @3")
    assert events[0] == Rewound(2)
    assert (table.session.state.place, table.session.state.where["lamp"]) == ("yard", "you")
    assert told(events) == "Rain."
    table.play("/jump #5")
    assert format_state(table.session.state) == before


def test_redo_leads_along_the_branch_that_was_jumped_to(table: Table) -> None:
    table.play("/jump #3", "/undo", "/undo", "/redo", "/redo")
    assert table.session.run.current().id == 3


def test_a_number_alone_is_one_of_this_path(table: Table) -> None:
    table.play("/jump 1")
    assert table.session.run.current().id == 4
    assert "no turn or bookmark “2”" in said(table, "/jump 2")


def test_playing_on_from_an_earlier_turn_is_a_new_branch_and_loses_none(table: Table) -> None:
    table.play("/jump #2", "wait")
    assert table.session.run.current().parent == 2
    assert [step.id for step in table.session.run.tree()] == [1, 2, 3, 4, 5, 6]


def test_a_bookmark_is_come_back_to_whatever_is_played_meanwhile(table: Table) -> None:
    assert "Bookmarked as “Rainy”" in said(table, "/bookmark Rainy")
    table.play("east", "/undo", "/undo", "/jump rainy")
    assert table.session.run.current().id == 5
    assert said(table, "/bookmarks") == "Rainy  @5"


def test_a_bookmark_has_a_note_after_a_colon(table: Table) -> None:
    table.play("/bookmark Rainy: the door is still shut", "/jump rainy")
    assert said(table, "/bookmarks") == "Rainy  @5  the door is still shut"


def test_a_forgotten_bookmark_leaves_its_turn(table: Table) -> None:
    table.play("/bookmark Rainy")
    assert "its turn is still there" in said(table, "/forget Rainy")
    assert "no bookmark “Rainy”" in said(table, "/forget Rainy")
    assert said(table, "/bookmarks").startswith("There are no bookmarks.")


@pytest.mark.parametrize("name", ["", "12", "#3", "@3", "x" * 61])
def test_a_bookmark_is_not_called_like_a_turn(table: Table, name: str) -> None:
    assert "wants a name" in said(table, f"/bookmark {name}")


@pytest.mark.parametrize("where", ["#99", "99", "nowhere", "#999999999999", "-1"])
def test_a_turn_that_there_is_not_is_said_so_and_nothing_moves(table: Table, where: str) -> None:
    assert f"no turn or bookmark “{where}”" in said(table, f"/jump {where}")
    assert table.session.run.current().id == 5


def test_a_jump_to_nowhere_says_how(table: Table) -> None:
    assert said(table, "/jump").startswith("Where to?")


def test_the_timeline_shows_every_branch_and_where_you_are(table: Table) -> None:
    assert said(table, "/timeline").splitlines() == [
        "| @1  0. the opening",
        "    @2  1. take lamp",
        "    @3  2. east",
        "| @4  1. east",
        "* @5  2. west",
    ]


def test_a_jump_says_which_of_the_turns_of_a_number_it_led_to(table: Table) -> None:
    assert said(table, "/jump @3") == "You stand at turn 2 again: “east”."
    assert said(table, "/jump 0") == "You stand at turn 0 again: “the opening”."


def test_forgetting_without_a_name_asks_for_one(table: Table) -> None:
    assert said(table, "/forget") == "Which one? /forget and the name of a bookmark; /bookmarks lists them."


def test_a_long_timeline_shows_the_turns_around_you(table: Table) -> None:
    table.play(*["wait"] * 60, "/jump 10")
    lines = said(table, "/timeline").splitlines()
    assert len(lines) == 41
    assert any(line.startswith("* ") for line in lines)
    assert lines[-1] == "40 of 65 turns are shown, those around you."
