"""Tellings of one turn: all are kept, the chosen one is what the model remembers, and the player may write one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.errors import ModelLost
from game.session.turn_events import Answered
from tests.scripted import ScriptedModel
from tests.session.test_session import Table, told


@pytest.fixture(params=[False, True], ids=["straight", "reloaded"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Table]:
    """Yield a table at which the model tells a turn of waiting in three ways."""
    model = ScriptedModel(["You come in.", "A clock ticks.", "Rain taps.", "A dog sighs.", "And on."])
    table = Table(tmp_path, model, "model", reloads=request.param)
    table.play("wait", "/retry", "/retry")
    yield table
    table.session.close()


def remembered(table: Table) -> str:
    """Return what the model is told of the past in the next turn."""
    table.play("wait")
    model = table.session.narrator.model
    assert isinstance(model, ScriptedModel)
    request = next(each for each in reversed(model.requests) if each.max_tokens)
    return " ".join(message.text for message in request.messages)


def said(table: Table, words: str) -> str:
    """Return what is answered to words."""
    return "\n".join(event.text for event in table.play(words) if isinstance(event, Answered))


def test_every_telling_is_kept(table: Table) -> None:
    texts = [each.text for each in table.session.run.tellings(2)]
    assert [("ticks" in text, "taps" in text, "sighs" in text) for text in texts] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]


def test_each_telling_has_a_seed_of_its_own(table: Table) -> None:
    assert len({each.seed for each in table.session.run.tellings(2)}) == 3


def test_a_telling_that_reads_as_another_is_kept_once_and_the_next_is_asked_for_otherwise(tmp_path: Path) -> None:
    model = ScriptedModel(["You come in.", "Rain taps.", "Rain taps.", "A dog sighs."])
    table = Table(tmp_path, model, "model", reloads=False)
    table.play("wait")
    assert said(table, "/retry") == "It comes out the same another time."
    assert len(table.session.run.tellings(2)) == 1
    table.play("/retry")
    assert len(table.session.run.tellings(2)) == 2
    assert len({each.seed for each in model.requests if each.max_tokens}) == 4
    table.session.close()


def test_earlier_and_later_move_among_them_and_stop_at_the_ends(table: Table) -> None:
    assert told(table.play("/earlier")) == "Rain taps."
    assert told(table.play("/earlier")) == "A clock ticks."
    assert "no other that way" in said(table, "/earlier")
    assert told(table.play("/later")) == "Rain taps."


def test_the_chosen_telling_is_what_the_model_remembers(table: Table) -> None:
    table.play("/earlier")
    past = remembered(table)
    assert "Rain taps." in past
    assert "dog" not in past
    assert "clock" not in past


def test_a_rewritten_telling_is_kept_as_the_players_and_remembered(table: Table) -> None:
    assert told(table.play("/edit The cat   speaks.")) == "The cat speaks."
    chosen = table.session.run.chosen_telling(2)
    assert chosen is not None
    assert (chosen.narrator, chosen.model, chosen.alternative) == ("player", "", 4)
    assert "The cat speaks." in remembered(table)


def test_an_edit_keeps_the_title_the_paragraphs_and_what_the_game_notes(table: Table) -> None:
    title = json.loads(table.session.run.tellings(1)[0].text)[0]["title"]
    table.play("/jump 0")
    table.session.told.rewrite(table.session.run.current(), "One.\n \nTwo.\n\n")
    chosen = table.session.run.chosen_telling(1)
    assert chosen is not None
    (first, second, *notices) = json.loads(chosen.text)
    assert (first["title"], first["text"], second["text"]) == (title, "One.", "Two.")
    assert [each["text"] for each in notices] == ["New quest: A bed for the night. Get a room."]


@pytest.mark.parametrize("text", ["", "x" * 8_001])
def test_an_edit_without_words_or_with_too_many_says_how(table: Table, text: str) -> None:
    assert "at most 8000 characters" in said(table, f"/edit {text}")
    assert len(table.session.run.tellings(2)) == 3


def test_a_telling_is_rated_and_the_rating_taken_back(table: Table) -> None:
    for rating, kept in (("good", 1), ("bad", -1), ("none", 0)):
        assert said(table, f"/rate {rating}") == "Noted."
        assert [each.rating for each in table.session.run.tellings(2)] == [0, 0, kept]
    assert "good, bad or none" in said(table, "/rate splendid")


@pytest.mark.parametrize(("sign", "kept"), [("+", 1), (" - ", -1), ("＋", 1), ("−", -1)])
def test_a_sign_alone_on_a_line_rates_the_telling(table: Table, sign: str, kept: int) -> None:
    assert said(table, sign) == "Noted."
    assert [each.rating for each in table.session.run.tellings(2)] == [0, 0, kept]


def test_a_sign_beside_words_is_no_rating(table: Table) -> None:
    said(table, "+ 1")
    assert [each.rating for each in table.session.run.tellings(2)] == [0, 0, 0]


def test_how_a_telling_was_made_is_kept_with_it(table: Table) -> None:
    (done,) = json.loads(table.session.run.tellings(2)[0].details)
    assert (done["slot"], done["sampling"]["temperature"], done["first_token_s"]) == ("narrator", 0.7, 0.5)


def test_what_the_author_tells_has_no_details(tmp_path: Path) -> None:
    table = Table(tmp_path, None, None, reloads=False)
    table.play("wait")
    assert [each.details for each in table.session.run.tellings(2)] == [""]
    table.session.close()


def test_nothing_of_an_undone_branch_reaches_a_prompt(table: Table) -> None:
    model = table.session.narrator.model
    assert isinstance(model, ScriptedModel)
    model.replies.extend(["The heron is dead.", "The stairs are shut."])
    table.play("wait", "east", "/jump 0", "up")
    model.replies.append("Quiet.")
    past = remembered(table)
    assert "You come in." in past
    assert "The stairs are shut." in past
    for undone in ("And on.", "heron", "clock", "Rain taps", "dog"):
        assert undone not in past


def test_nothing_of_an_undone_branch_is_read_ahead(table: Table) -> None:
    model = table.session.narrator.model
    assert isinstance(model, ScriptedModel)
    table.play("/undo")
    table.session.resting.result(timeout=10)
    assert "dog" not in " ".join(message.text for message in model.requests[-1].messages)


def test_what_a_model_told_before_it_died_is_remembered_as_shown(tmp_path: Path) -> None:
    model = ScriptedModel(["You come in.", ModelLost("gone"), "Then."])
    table = Table(tmp_path, model, "model", reloads=False)
    shown = told(table.play("wait"))
    assert shown in remembered(table)
    table.session.close()
