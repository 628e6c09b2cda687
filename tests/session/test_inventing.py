"""Details made up while a run is played: committed before what shows them, true on every path, and never waited for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from game.loader.copies import world_of_copy
from game.rules.state import parse_state
from game.session.history import told_before
from game.session.timeline import timeline_of
from game.session.turn_events import Committed, Rewound, Told
from game.story.model import Message, Request
from game.story.prose import sentences_in
from tests.inventive import YARD, fond_of
from tests.scripted import ScriptedModel, SeededModel
from tests.session.ahead.reader import Reader
from tests.session.thoughtful import Table, told


def never_of_yard(messages: Sequence[Message], text: str) -> float:
    """Find nothing likely of the landlady, and fail when asked of the yard."""
    assert "Rain." not in messages[-1].text
    return -1.0


@pytest.fixture(params=[False, True], ids=["straight", "reloaded"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Table]:
    """Yield a table whose model likes what drips, smells of soap, or hums."""
    table = Table(tmp_path, ScriptedModel(weighs=fond_of("drips", "soap", "hums")), reloads=request.param)
    yield table
    table.session.close()


def test_the_first_look_has_a_detail_already(table: Table) -> None:
    shown = table.shown("east")
    (key, detail), *others = table.details.items()
    assert not others
    assert shown.startswith("Rain. ")
    assert len(shown) > len("Rain. ")
    assert table.actions == ["", f"invent {key} {detail}", "go east"]


def test_it_is_on_the_disk_before_a_word_is_shown(table: Table) -> None:
    table.session.resting.result(timeout=10)
    events = table.session.submit("east")
    assert isinstance(next(events), Committed)
    assert [each.partition(" ")[0] for each in table.actions] == ["", "invent", "go"]
    list(events)


def test_a_detail_is_a_turn_of_its_own_that_nobody_is_shown(table: Table) -> None:
    events = table.play("east")
    assert [each.words for each in events if isinstance(each, Committed)] == ["east"]
    made, played = table.session.run.path()[1:]
    assert parse_state(made.state).place == "hall"
    assert table.session.run.chosen_telling(made.id) is None
    assert table.session.run.chosen_telling(played.id) is not None


def test_it_stays_as_it_is(table: Table) -> None:
    first, details = table.shown("east"), table.details
    again = table.shown("west", "east")
    assert set(sentences_in(first)) < set(sentences_in(again))
    assert {key: table.details[key] for key in details} == details


def test_a_look_shows_one_more_until_there_are_three(table: Table) -> None:
    table.play("east", *["look"] * 5)
    assert len(table.details) == 3
    assert table.shown("look") == table.shown("look")


def test_a_closer_look_at_a_person_shows_theirs(table: Table) -> None:
    shown = table.shown("examine anna")
    assert table.details.keys() <= {"anna habit", "anna mark"}
    assert shown.startswith("Anna ")


def test_a_place_that_the_author_did_not_open_stays_as_it_is(table: Table) -> None:
    table.play("look", "look")
    assert table.details == {}


def test_undo_takes_both_back(table: Table) -> None:
    events = table.play("east", "/undo")
    assert table.session.run.current().depth == 0
    assert table.details == {}
    assert Rewound(0) in events
    assert "east" in str(events)


def test_redo_brings_both_again(table: Table) -> None:
    shown = table.shown("east")
    assert table.shown("/undo", "/redo") == shown
    assert len(table.details) == 1


def test_another_branch_has_the_same_and_no_model_is_asked(table: Table) -> None:
    shown, details = table.shown("east"), table.details
    table.play("/undo", "take lamp")
    table.model = ScriptedModel(weighs=never_of_yard)
    table.reopen()
    assert table.shown("east") == shown
    assert table.details == details


def test_without_a_model_it_is_true_still(table: Table) -> None:
    shown = table.shown("east")
    table.play("/undo")
    table.model = None
    table.reopen()
    assert table.shown("wait", "east") == shown


def test_without_a_model_nothing_is_made_up(tmp_path: Path) -> None:
    table = Table(tmp_path, None, way=None, reloads=False)
    assert table.shown("east") == "Rain."
    table.session.close()


def test_who_wants_the_author_s_words_is_told_nothing_that_is_made_up(tmp_path: Path) -> None:
    table = Table(tmp_path, ScriptedModel(weighs=never_of_yard), way="authored", reloads=False)
    assert table.shown("east") == "Rain."
    table.session.close()


def test_no_turn_waits_for_a_model_that_is_still_thinking(tmp_path: Path) -> None:
    asked, leave = Event(), Event()

    def slowly(messages: Sequence[Message], text: str) -> float:
        asked.set()
        leave.wait(30)
        return -1.0

    table = Table(tmp_path, ScriptedModel(weighs=slowly), way="blend", reloads=False)
    assert asked.wait(30)
    assert told(list(table.session.submit("east"))) == "Rain."
    leave.set()
    table.session.close()


def test_a_turn_that_fails_on_the_disk_is_not_played_and_the_detail_is_true_all_the_same(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    table.session.resting.result(timeout=10)
    made, commit = [], table.session.run.commit

    def fails_at_last(*texts: str, world: Any = None) -> Any:
        made.append(texts[1])
        if len(made) == 2:
            raise OSError("full")
        return commit(*texts, world=world)

    monkeypatch.setattr(table.session.run, "commit", fails_at_last)
    with pytest.raises(OSError, match="full"):
        list(table.session.submit("east"))
    table.reopen()
    assert table.session.run.current().depth == 0
    assert table.shown("east").startswith("Rain. ")
    assert table.actions[1] == made[0]


def test_again_means_what_was_played(table: Table) -> None:
    table.play("take lamp", "east", "look", "again")
    assert table.actions[-1] == "look"


def test_history_shows_no_turn_that_was_not_told(table: Table) -> None:
    table.play("east", "west")
    before = told_before(table.session.run, table.session.run.current().depth, most=10)
    assert [each.words for each in before] == ["", "east"]


def test_the_tree_has_it_in_its_own_words(table: Table) -> None:
    table.play("east")
    words = [each.words for each in timeline_of(table.session.run)]
    assert words[0] == ""
    assert words[1].endswith(".")
    assert words[2] == "east"


def test_a_jump_to_it_tells_it_by_itself(table: Table) -> None:
    table.play("east")
    made = table.session.run.path()[1]
    assert table.shown(f"/jump @{made.id}") == made.words


def test_a_look_ahead_tells_the_turn_as_it_will_be(tmp_path: Path) -> None:
    model = SeededModel()
    model.weighs = fond_of("drips")
    hall = YARD.replace('name = "the hall"', 'name = "the hall"\ninvent = ["sound"]')
    with Reader(tmp_path, model, world=world_of_copy((("inn.toml", hall),), language="en")) as reader:
        reader.play("east")
        assert reader.asked_for("Go west: the hall") == []
        made, played = reader.session.run.steps()[-2:]
        assert made.action.startswith("invent hall sound")
        assert played.action == "go west"
        assert any(made.words in str(each.request.messages[-1]) for each in model.told_ahead)


def test_a_telling_by_the_model_is_told_of_it(tmp_path: Path) -> None:
    requests: list[Request] = []

    class Model(ScriptedModel):
        def reply(self, request: Request, *stops: Any) -> Any:
            requests.append(request)
            return super().reply(request, *stops)

    table = Table(tmp_path, Model(weighs=fond_of("drips")), way="model", reloads=False)
    events = table.play("east", "wait")
    asked = [each for each in requests if each.max_tokens and "wait" in each.messages[-1].text]
    detail = table.session.run.path()[1].words
    assert any(isinstance(each, Told) for each in events)
    assert asked
    assert all(detail in each.messages[-1].text for each in asked)
    table.session.close()
