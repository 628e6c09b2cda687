"""Details made up while a run is played: committed before what shows them, true on every path, and never waited for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from game.archive.formats.records import to_lines
from game.archive.intake import import_run
from game.archive.naming import find_turn
from game.archive.retelling import retell
from game.archive.verify import verify
from game.loader.copies import world_of_copy
from game.rules.actions import Invent
from game.rules.state import parse_state
from game.session.history import told_before
from game.session.opening import open_session
from game.session.renaming import renaming
from game.session.reopening import Decision
from game.session.timeline import timeline_of
from game.session.turn_events import Committed, Rewound, Told, TurnEvent
from game.storage.snapshot import Snapshot
from game.story.model import Message, Request
from game.story.narrator import Way
from game.story.passages import Grew, Opened, gather
from game.story.prose import sentences_in
from tests.archive.kit import worlds_of
from tests.inventive import YARD, fond_of
from tests.scripted import ScriptedModel, SeededModel
from tests.session.ahead.reader import Reader

FILES = (("inn.toml", YARD),)
WORLD = world_of_copy(FILES, language="en")
Weighs = Callable[[Sequence[Message], str], float]


class Table:
    """A session at which details may be made up; it is left and come back to between lines where it reloads."""

    def __init__(self, saves: Path, model: ScriptedModel | None, *, way: Way | None = "blend", reloads: bool) -> None:
        self._open = partial(open_session, WORLD, saves, run="test", seed=7, way=way)
        self.model = model
        self._reloads = reloads
        self.session = self._open(model)
        list(self.session.begin())

    def play(self, *lines: str) -> list[TurnEvent]:
        """Submit lines, reading before each for as long as anything is thought of; return the events of the last."""
        events: list[TurnEvent] = []
        for line in lines:
            if self._reloads:
                self.reopen()
            self.session.resting.result(timeout=10)
            events = list(self.session.submit(line))
        return events

    def reopen(self) -> list[TurnEvent]:
        """Leave and come back."""
        self.session.close()
        self.session = self._open(self.model)
        return list(self.session.begin())

    def shown(self, *lines: str) -> str:
        """Return what the last of some lines shows."""
        return told(self.play(*lines))

    @property
    def actions(self) -> list[str]:
        """The actions on the way to here."""
        return [each.action for each in self.session.run.steps()]

    @property
    def details(self) -> dict[str, str]:
        """What was made up on the way to here."""
        return dict(self.session.state.details)


def told(events: list[TurnEvent]) -> str:
    return " ".join(each.text for each in gather(each for each in events if isinstance(each, Opened | Grew)))


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


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """Return the file of a run in which things were made up, and left."""
    table = Table(tmp_path, ScriptedModel(weighs=fond_of("drips", "soap", "hums")), reloads=False)
    table.play("examine anna", "east", "/undo", "/undo", "east", "look")
    table.session.close()
    return table.session.run.file


def test_every_turn_comes_out_as_it_was_saved(run: Path) -> None:
    with Snapshot(run) as taken:
        found = verify(taken, worlds_of(taken))
    assert (found.different, set(found.counts)) == ((), {"good"})


def test_an_export_tells_no_turn_that_was_not_told(run: Path) -> None:
    with Snapshot(run) as taken:
        story = retell(taken, worlds_of(taken), find_turn(taken, None))
    assert [each.words for each in story.turns] == ["", "east", "look"]


def test_it_survives_export_and_import(run: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    with Snapshot(run) as taken:
        kept.write_text("".join(to_lines(taken.records())), encoding="utf-8")
    before = open_session(WORLD, tmp_path, None, run="test")
    import_run(kept, tmp_path / "other", name="again")
    after = open_session(WORLD, tmp_path / "other", None, run="again")
    assert after.state == before.state
    assert after.state.details
    before.close()
    after.close()


def test_a_forged_run_tells_nothing_that_the_lists_do_not_hold(run: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    with Snapshot(run) as taken:
        lines = "".join(to_lines(taken.records()))
    details = open_session(WORLD, tmp_path, None, run="test").state.details
    key, detail = next((key, each) for key, each in details.items() if key.startswith("yard"))
    kept.write_text(lines.replace(f'"{detail}', '"The_king_is_dead').replace(f" {detail}", " The_king_is_dead"))
    import_run(kept, tmp_path / "other", name="forged")
    session = open_session(WORLD, tmp_path / "other", None, run="forged")
    assert "king" not in told(list(session.submit("look")))
    assert key not in session.state.details
    session.close()
    with Snapshot(session.run.file) as taken:
        assert verify(taken, worlds_of(taken)).different


def test_an_author_who_takes_it_back_is_obeyed_and_the_run_goes_on(run: Path, tmp_path: Path) -> None:
    plain = world_of_copy((("inn.toml", YARD.replace("invent = true", "")),), language="en")
    session = open_session(plain, tmp_path, None, run="test", decision=Decision())
    assert told(list(session.submit("look"))) == "Rain."
    session.close()


def test_a_place_that_is_called_otherwise_keeps_what_was_made_up(run: Path) -> None:
    how = renaming({"yard": "court", "smell": "nose", "soap": "suds"})
    made = Invent("yard", "smell", "faint.soap")
    with Snapshot(run) as taken:
        turns = [turn for turn, _ in taken.turns()]
    assert how.action("invent yard smell faint.soap") == "invent court smell faint.soap"
    states = [parse_state(how.state(each.state)).details for each in turns]
    assert {key.partition(" ")[0] for each in states for key in each} == {"court", "anna"}
    assert made.subject not in "".join(how.events(each.events) for each in turns if each.action.startswith("invent"))


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
