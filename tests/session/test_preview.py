"""A turn looked at from elsewhere: its telling and what it changed, while the player stays where they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.session.differences import differences
from game.session.preview import Preview, preview_of
from game.story.sentences import sentences_for
from tests.kit import inn, play
from tests.session.test_session import Table

EN = sentences_for("en")


@pytest.fixture(params=[False, True], ids=["straight", "reloaded"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Table]:
    """Yield a table at which the lamp was given away, and then something else was done instead."""
    table = Table(tmp_path, None, None, reloads=request.param)
    table.play("take lamp", "give lamp to anna", "/jump 0", "pay her")
    yield table
    table.session.close()


def look(table: Table, turn_id: int) -> Preview:
    """Return the preview of a turn."""
    return preview_of(table.session.world, EN, table.session.run, turn_id)


def test_a_turn_of_another_branch_is_shown_as_it_was_told(table: Table) -> None:
    preview = look(table, 3)
    assert (preview.depth, preview.words) == (2, "give lamp to anna")
    assert preview.passages[0].text == "Anna hangs the lamp on its hook."
    assert (preview.alternative, preview.tellings) == (1, 1)
    assert table.session.run.current().id == 4


def test_what_a_turn_changed_is_said_in_names(table: Table) -> None:
    assert look(table, 2).changed == ("brass lamp: the hall → with you",)
    assert look(table, 3).changed == ("brass lamp: with you → Anna", "Anna trusts you: 0 → 1")
    assert look(table, 4).changed == ("coins: 3 → 1", "paid: false → true")
    assert look(table, 1).changed == ()


def test_a_turn_that_was_never_told_has_no_passages(table: Table) -> None:
    session = table.session
    session.run.commit("wait", "wait", "[]", session.run.current().state)
    assert (look(table, 5).passages, look(table, 5).alternative) == ((), 0)


def test_what_the_world_has_lost_goes_by_its_id() -> None:
    before, after = play(inn(), "take lamp").state, play(inn(), "take lamp", "east").state
    assert differences(inn(), EN, before, after) == ("You: the hall → the yard",)
    facts = {name: value for name, value in after.facts.items() if name != "paid"}
    gone = after.but(where={**after.where, "harp": "attic"}, facts=facts)
    assert differences(inn(), EN, after, gone) == ("harp: – → attic", "paid: false → –")


def test_equal_states_do_not_differ() -> None:
    assert differences(inn(), EN, play(inn()).state, play(inn()).state) == ()
