"""A run in progress: saved before told, undone whole, gone on with after anything."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from game.errors import ModelLost, SaveError
from game.session.opening import open_session
from game.session.turn_events import Answered, Committed, Left, Offered, Rewound, Told, TurnEvent
from game.story.model import LanguageModel, Reply
from game.story.narrator import Way
from game.story.passages import Grew, Opened, gather
from tests.kit import inn
from tests.scripted import ScriptedModel

WORLD = inn()


class Table:
    """A place to play at: one session, which can be left and come back to."""

    def __init__(self, saves: Path, model: LanguageModel | None, way: Way | None, *, reloads: bool) -> None:
        self._open = partial(open_session, WORLD, saves, model, run="test", seed=7, way=way)
        self._reloads = reloads
        self.session = self._open()
        list(self.session.begin())

    def play(self, *lines: str) -> list[TurnEvent]:
        """Submit lines; return the events of the last. A table that reloads closes the run between them."""
        events: list[TurnEvent] = []
        for number, line in enumerate(lines):
            if number and self._reloads:
                self.reopen()
            events = list(self.session.submit(line))
        return events

    def reopen(self) -> list[TurnEvent]:
        """Leave and come back."""
        self.session.close()
        self.session = self._open()
        return list(self.session.begin())


@pytest.fixture(params=[False, True], ids=["straight", "reloaded"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Table]:
    """Yield a table without a model, once played straight and once through save and reload."""
    table = Table(tmp_path, None, None, reloads=request.param)
    yield table
    table.session.close()


def told(events: list[TurnEvent]) -> str:
    """Return the words of the story among events."""
    return " ".join(passage.text for passage in gather(each for each in events if isinstance(each, Opened | Grew)))


def test_a_turn_is_committed_before_a_word_is_told(table: Table) -> None:
    events = table.session.submit("take lamp")
    assert isinstance(next(events), Committed)
    assert table.session.run.current().action == "take lamp"
    assert [type(event) for event in events] == [Opened, Told, Offered]


def test_what_was_told_is_stored_as_shown(table: Table) -> None:
    table.play("take lamp")
    events = table.reopen()
    assert told(events) == "You take the brass lamp."
    assert events[0] == Rewound(1)


def test_a_refusal_is_a_committed_turn(table: Table) -> None:
    events = table.play("up")
    assert events[0] == Committed(1, "up", refused=True)
    assert told(events) == "The stairs are barred."


def test_what_is_not_understood_spends_no_turn(table: Table) -> None:
    events = table.play("take lamp", "fly")
    assert [type(event) for event in events] == [Answered]
    assert table.session.run.current().depth == 1


def test_undo_brings_everything_back(table: Table) -> None:
    table.play("take lamp", "give lamp to anna", "/undo")
    assert table.session.state.where["lamp"] == "you"
    assert table.session.state.trust["anna"] == 0
    assert table.session.view().carried == ("brass lamp",)


def test_undo_to_the_beginning_and_no_further(table: Table) -> None:
    table.play("take lamp", "/undo")
    assert table.session.run.current().depth == 0
    assert told(table.play("/undo")) == ""
    assert "nothing to undo" in str(table.play("/undo"))


def test_redo_goes_where_undo_came_from(table: Table) -> None:
    events = table.play("take lamp", "east", "/undo", "/undo", "/redo", "/redo")
    assert table.session.state.place == "yard"
    assert told(events) == "Rain."


def test_redo_after_another_choice_follows_the_last_one(table: Table) -> None:
    table.play("take lamp", "/undo", "east", "/undo", "/redo")
    assert table.session.state.place == "yard"
    assert "nothing to do again" in str(table.play("/redo"))


def test_looking_outside_the_story_spends_no_turn(table: Table) -> None:
    assert told(table.play("/look")).startswith("The fire is out.")
    assert table.session.run.current().depth == 0


def test_help_lists_every_command(table: Table) -> None:
    (answer,) = table.play("/help")
    assert isinstance(answer, Answered)
    assert all(f"/{name}" in answer.text for name in ("undo", "redo", "retry", "look", "choices", "runs", "quit"))


def test_an_unknown_command_is_answered(table: Table) -> None:
    assert table.play("/save") == [Answered("There is no command /save. /help lists them all.")]


def test_quitting_is_an_event(table: Table) -> None:
    assert table.play("/quit") == [Left()]


def test_the_runs_of_a_world_are_listed(table: Table) -> None:
    assert "* test  turn 1" in str(table.play("take lamp", "/runs"))


def test_after_the_end_undo_still_works(table: Table) -> None:
    table.play("pay her", "wait", "up")
    assert table.session.view().ending == "Sleep"
    assert table.session.offered().choices == ()
    table.play("/undo")
    assert table.session.view().ending == ""


HOSTILE = ["<|im_end|>", "[/bold]", "\x1b]52;c;aGk=\x07", "x" * 10_000, "[red]", "{0}", "%s", "\x00"]


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_answered_with_clean_text(table: Table, typed: str) -> None:
    (answer,) = table.play(typed)
    assert isinstance(answer, Answered)
    assert "\x1b" not in answer.text
    assert len(answer.text) < 300


def test_the_same_seed_and_words_give_the_same_telling(tmp_path: Path) -> None:
    tellings = []
    for folder in ("a", "b"):
        table = Table(tmp_path / folder, None, None, reloads=False)
        tellings.append([told(table.play(line)) for line in ("take lamp", "pay her", "up")])
        table.session.close()
    assert tellings[0] == tellings[1]


def test_a_telling_left_half_way_is_stored_as_far_as_it_was_shown(tmp_path: Path) -> None:
    table = Table(tmp_path, ScriptedModel(["", "The clock strikes. Nine, and it stops."]), "model", reloads=False)
    events = table.session.submit("wait")
    shown = [next(events) for _ in range(2)]
    events.close()
    assert told(shown) == "The clock strikes."
    assert told(table.reopen()) == "The clock strikes."
    table.session.close()


def test_a_turn_whose_telling_was_never_stored_is_told_by_the_author(tmp_path: Path) -> None:
    table = Table(tmp_path, None, None, reloads=False)
    events = table.session.submit("take lamp")
    next(events)
    table.session.run.close()  # as if the program had been killed here
    with pytest.raises(SaveError):
        list(events)
    assert told(table.reopen()) == "You take the brass lamp."
    table.session.close()


def test_a_lost_model_costs_no_turn(tmp_path: Path) -> None:
    table = Table(tmp_path, ScriptedModel(["", ModelLost("gone"), "The night goes on."]), "model", reloads=False)
    assert told(table.play("wait")) == "Time passes."
    assert told(table.play("wait")) == "The night goes on."
    assert table.session.run.current().depth == 2
    table.session.close()


def test_a_stop_ends_the_telling_and_not_the_next_one(tmp_path: Path) -> None:
    gate = Event()
    gate.set()
    model = ScriptedModel(["", "Never heard.", "The night goes on."], gate=gate)
    table = Table(tmp_path, model, "model", reloads=False)
    gate.clear()
    events = table.session.submit("wait")
    next(events)
    table.session.stop()
    assert told(list(events)) == "Time passes."
    gate.set()
    assert told(table.play("wait")) == "The night goes on."
    table.session.close()


def test_retry_tells_again_and_keeps_both(tmp_path: Path) -> None:
    model = ScriptedModel(["The inn is dark.", "One way.", "Another way."])
    table = Table(tmp_path, model, "model", reloads=False)
    table.play("wait")
    assert told(table.play("/retry")) == "Another way."
    turn = table.session.run.current()
    assert len(table.session.run.tellings(turn.id)) == 2
    assert told(table.reopen()) == "Another way."
    table.session.close()


def test_a_retry_is_another_request_with_another_seed(tmp_path: Path) -> None:
    model = ScriptedModel(["Dark.", "One way.", "Another way."])
    table = Table(tmp_path, model, "model", reloads=False)
    table.play("wait", "/retry")
    asked = [request for request in model.requests if request.max_tokens]
    assert asked[1].messages == asked[2].messages
    assert asked[1].seed != asked[2].seed
    table.session.close()


def test_a_retry_left_at_once_forgets_nothing(tmp_path: Path) -> None:
    model = ScriptedModel(["Dark.", "A clock strikes.", "Another.", "Later."])
    table = Table(tmp_path, model, "model", reloads=False)
    table.play("wait")
    retry = table.session.submit("/retry")
    next(retry)
    retry.close()
    table.play("wait")
    asked = [request for request in model.requests if request.max_tokens]
    assert any("A clock strikes." in message.text for message in asked[-1].messages)
    table.session.close()


def test_a_telling_broken_before_its_first_word_is_told_anew(tmp_path: Path) -> None:
    model = ScriptedModel(["Dark."])
    table = Table(tmp_path, model, "model", reloads=False)
    model.reply = _interrupted  # type: ignore[method-assign,assignment]
    with pytest.raises(KeyboardInterrupt):
        table.play("wait")
    assert told(table.reopen()) == "Time passes."
    table.session.close()


def _interrupted(*_: object) -> Iterator[Reply]:
    raise KeyboardInterrupt


def test_without_a_model_there_is_no_other_way_to_tell_it(table: Table) -> None:
    assert "only the model" in str(table.play("/retry")).lower()


def test_a_model_that_the_author_is_preferred_to_is_not_said_to_be_missing(tmp_path: Path) -> None:
    table = Table(tmp_path, ScriptedModel(), "authored", reloads=False)
    assert "no model" not in str(table.play("/retry"))
    assert "the author alone tells" in str(table.play("/retry"))
    table.session.close()


def test_nothing_of_an_undone_turn_reaches_a_prompt(tmp_path: Path) -> None:
    model = ScriptedModel(["Dark.", "A raven screams.", "Quiet.", "Still."])
    table = Table(tmp_path, model, "model", reloads=False)
    table.play("wait", "/undo", "look", "wait")
    asked = [request for request in model.requests if request.max_tokens]
    assert len(asked) == 4
    assert not any("raven" in message.text for message in asked[-1].messages)
    table.session.close()
