"""A telling taken back: from the screen, from the run, and out of what follows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from game.errors import SaveError
from game.session.turn_events import Rewound
from game.story.model import Request
from tests.scripted import ScriptedModel
from tests.session.test_session import Table, told

NEUTRAL = "The rest of this is left untold, and the story goes on."
SAID = "The butcher grins. A spider crosses the brass lamp."


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """Yield a table where a model has told a turn of waiting."""
    table = Table(tmp_path, ScriptedModel(["You come in.", "A clock ticks.", SAID]), "model", reloads=False)
    table.play("wait", "/retry")
    yield table
    table.session.close()


def last_request(table: Table) -> Request:
    model = table.session.narrator.model
    assert isinstance(model, ScriptedModel)
    return [each for each in model.requests if each.max_tokens][-1]


def test_the_telling_is_taken_back_and_the_turn_stays(table: Table) -> None:
    events = table.play("/x")
    assert events[0] == Rewound(1)
    assert told(events) == NEUTRAL
    assert table.session.run.current().action == "wait"


def test_nothing_of_any_telling_is_kept(table: Table) -> None:
    table.play("/rate bad", "/x")
    (kept,) = table.session.run.tellings(table.session.run.current().id)
    assert NEUTRAL in kept.text
    assert (kept.details, kept.rating) == ("", 0)
    table.session.close()
    assert b"butcher grins" not in table.session.run.file.read_bytes()


def test_coming_back_shows_no_more_of_it(table: Table) -> None:
    table.play("/x")
    assert told(table.reopen()) == NEUTRAL


def test_what_was_in_it_is_kept_out_of_what_follows_also_after_coming_back(table: Table) -> None:
    table.play("/x")
    model = table.session.narrator.model
    assert isinstance(model, ScriptedModel)
    for number in range(2):
        model.replies.extend((f"Rain {number}. A spider sleeps.", "A dog sighs."))
        assert told(table.play("wait")) == f"Rain {number}. A dog sighs."
        assert {"butcher", "grins"} <= set(last_request(table).sampling.banned)
        assert "brass" not in last_request(table).sampling.banned
        table.reopen()


def test_a_model_that_heeds_no_ban_is_held_to_it_all_the_same(table: Table) -> None:
    table.play("/x")
    model = table.session.narrator.model
    assert isinstance(model, ScriptedModel)
    model.replies.extend(("Rain. The butcher grins.", "A dog sighs."))
    assert told(table.play("wait")) == "Rain. A dog sighs."
    assert table.session.safety.withheld == {"line": 1}


def test_nothing_of_it_reaches_a_prompt(table: Table) -> None:
    table.play("/x", "wait")
    past = " ".join(message.text for message in last_request(table).messages)
    assert "butcher" not in past
    assert NEUTRAL in past


def test_the_prompt_names_what_to_stay_away_from_in_this_turns_part_alone(table: Table) -> None:
    before = last_request(table).messages
    table.play("/x", "wait", "wait")
    *settled, last = last_request(table).messages
    assert "\nStay away from: spiders.\n" in last.text
    assert "spiders" not in str(settled)
    assert settled[0] == before[0]
    table.play("/x lift", "wait")
    assert "spiders" not in str(last_request(table).messages)


def test_how_a_turn_was_told_is_kept_but_for_what_to_stay_away_from(table: Table) -> None:
    table.play("/x", "wait")
    (telling,) = table.session.run.tellings(table.session.run.current().id)
    assert "The player: wait" in telling.details
    assert "spiders" not in telling.details


def test_undo_takes_the_turn_back_and_redo_shows_no_more_of_it(table: Table) -> None:
    assert told(table.play("/x", "/undo")).startswith("You come in.")
    assert told(table.play("/redo")) == NEUTRAL


def test_lifting_lets_it_in_again(table: Table) -> None:
    table.play("/x")
    assert "may come again" in str(table.play("/x lift"))
    table.play("wait")
    assert "butcher" not in last_request(table).sampling.banned
    assert "nothing to let in" in str(table.play("/x lift"))


def test_the_title_and_what_the_game_notes_stay(table: Table) -> None:
    events = table.play("/jump 0", "/x")
    assert told(events) == f"{NEUTRAL} New quest: A bed for the night. Get a room."


def test_an_authors_telling_can_be_taken_back_too(tmp_path: Path) -> None:
    table = Table(tmp_path, None, None, reloads=True)
    assert told(table.play("take lamp", "/x")) == NEUTRAL
    assert "Passages taken back in this run: 1." in str(table.play("/safety"))
    table.session.close()


def test_an_authors_sentence_that_was_taken_back_does_not_come_again(tmp_path: Path) -> None:
    table = Table(tmp_path, None, None, reloads=True)
    table.play("pay her", "/x")
    assert told(table.play("/look")).startswith("The fire is out.")
    assert (
        told(table.play("wait", "/undo", "/undo", "pay her")) == "Something happens here that you asked not to be told."
    )
    table.session.close()


def test_a_telling_that_was_stopped_is_taken_back_whole(tmp_path: Path) -> None:
    gate = Event()
    gate.set()
    table = Table(tmp_path, ScriptedModel(["", "The butcher grins."], gate=gate), "model", reloads=False)
    events = table.session.submit("wait")
    for _ in range(3):
        next(events)
    table.session.stop()
    list(events)
    assert told(table.play("/x")) == NEUTRAL
    table.session.close()


def test_another_telling_may_be_asked_for_afterwards(table: Table) -> None:
    table.play("/x")
    model = table.session.narrator.model
    assert isinstance(model, ScriptedModel)
    model.replies.append("A dog sighs.")
    assert told(table.play("/retry")) == "A dog sighs."


def test_a_run_whose_record_of_it_cannot_be_read_says_so(table: Table) -> None:
    table.session.run.kept.put_setting("steered", "{")
    with pytest.raises(SaveError, match="holds what this program cannot read"):
        table.reopen()
