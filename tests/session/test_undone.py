"""Nothing of an undone branch, or of a telling not chosen, reaches a prompt or a recap, in any way of telling."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.session.past import Past
from game.story.model import Request
from game.story.narrator import Way
from tests.scripted import ScriptedModel
from tests.session.test_session import Table

LONG = " The rain goes on and on, over roofs and yards, over the road and the dark barns beyond it." * 20


class Asked(Table):
    """A table whose model keeps what it was asked."""

    def __init__(self, saves: Path, way: Way, *, reloads: bool) -> None:
        self.model = ScriptedModel([""])
        super().__init__(saves, self.model, way, reloads=reloads)

    def tell(self, line: str, *replies: str) -> str:
        """Play a line with these replies of the model; return all that it was asked for it, and for what follows."""
        self.model.replies.clear()
        self.model.replies.extend(replies)
        before = len(self.model.requests)
        self.play(line)
        if self._reloads:
            self.reopen()
        self.session.resting.result(timeout=10)
        return texts(self.model.requests[before:])


def texts(requests: list[Request]) -> str:
    """Return what was asked, in one line."""
    return " ".join(message.text for request in requests for message in request.messages)


@pytest.fixture(params=[False, True], ids=["straight", "reloaded"])
def reloads(request: pytest.FixtureRequest) -> bool:
    """Return whether the run is left and come back to after each line."""
    return bool(request.param)


@pytest.fixture
def blend(tmp_path: Path, reloads: bool) -> Iterator[Asked]:
    """Yield a table at which Anna has answered twice, the second time on a branch that was undone."""
    table = Asked(tmp_path, "blend", reloads=reloads)
    table.tell("talk to anna", "I never sleep before the guests do.")
    table.tell("talk to anna", "My feet hurt from these stairs.")
    table.tell("/undo")
    yield table
    table.session.close()


@pytest.fixture
def model(tmp_path: Path, reloads: bool) -> Iterator[Asked]:
    """Yield a table at which the model tells."""
    table = Asked(tmp_path, "model", reloads=reloads)
    yield table
    table.session.close()


def test_a_person_remembers_no_exchange_that_was_undone(blend: Asked) -> None:
    asked = blend.tell("talk to anna", "Mind your boots.")
    assert "I never sleep" in asked
    assert "feet hurt" not in asked


def test_a_line_that_was_undone_may_be_said_again(blend: Asked) -> None:
    blend.tell("talk to anna", "My feet hurt from these stairs.")
    assert "My feet hurt" in blend.session.run.tellings(blend.session.run.current().id)[0].text


def test_a_person_remembers_nothing_of_a_telling_that_the_player_rewrote(blend: Asked) -> None:
    blend.tell("/edit She only shrugs.")
    assert "I never sleep" not in blend.tell("talk to anna", "Mind your boots.")


def test_a_rewritten_telling_counts_again_once_the_earlier_one_is_chosen(blend: Asked) -> None:
    blend.tell("/edit She only shrugs.")
    blend.tell("/earlier")
    assert "I never sleep" in blend.tell("talk to anna", "Mind your boots.")


def test_a_touch_that_was_undone_may_be_shown_again_and_one_that_was_not_may_not(tmp_path: Path) -> None:
    table = Asked(tmp_path, "blend", reloads=False)
    for line in ("wait", "/undo", "wait", "wait"):
        table.tell(line, "Rain drums softly on the roof.")
    shown = [run.tellings(step.id)[0].text for run in [table.session.run] for step, _ in run.path_tellings(limit=2)]
    assert ["Rain drums" in text for text in shown] == [True, False]
    table.session.close()


def test_the_model_is_told_nothing_of_another_branch_after_a_jump_and_an_edit(model: Asked) -> None:
    model.tell("wait", "The heron sleeps.")
    model.tell("wait", "The otter wakes.")
    model.tell("/jump 1")
    model.tell("/edit The badger sings.")
    asked = model.tell("wait", "Quiet.")
    assert "badger sings" in asked
    assert "heron" not in asked
    assert "otter" not in asked


def test_an_opening_that_the_player_rewrote_is_what_the_model_remembers(model: Asked) -> None:
    model.tell("/edit You are dry as dust.")
    asked = model.tell("wait", "Quiet.")
    assert "dry as dust" in asked
    assert "wet through" not in " ".join(asked.split("You are dry as dust.")[1:])


def test_a_recap_holds_nothing_of_an_undone_branch(model: Asked) -> None:
    for words in ("take lamp", "talk to anna"):
        model.tell(words, f"Somebody passes.{LONG}")
        for number in range(8):
            model.tell("wait", f"Somebody passes {number}.{LONG}")
        if words == "take lamp":
            model.tell("/jump 0")
    asked = model.tell("wait", "Quiet.")
    assert "Anna holds out a hand. You met Anna." in asked
    assert "You took the brass lamp" not in asked


def test_a_recap_is_made_of_what_happened_whatever_was_told(model: Asked) -> None:
    model.tell("take lamp", f"The otter takes it.{LONG}")
    model.tell("/edit The badger takes it.")
    for number in range(8):
        model.tell("wait", f"The heron passes {number}.{LONG}")
    asked = model.tell("wait", "Quiet.")
    assert "You took the brass lamp." in asked
    assert "otter" not in asked
    assert "badger" not in asked


def test_a_turn_told_again_after_a_reload_has_another_seed(model: Asked) -> None:
    model.tell("wait", "Quiet.")
    for number, line in enumerate(("/retry", "/edit Quiet, I say.", "/retry", "/earlier", "/retry")):
        model.tell(line, f"Quiet again, {number}.")
    told = [each.seed for each in model.session.run.tellings(2) if each.narrator == "model"]
    assert len(set(told)) == len(told) == 4


def test_what_was_told_is_read_from_the_disk_while_the_player_reads(
    blend: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    blend.reopen()
    blend.session.resting.result(timeout=10)
    monkeypatch.setattr(Past, "_read", lambda *_: pytest.fail("read while the player waits"))
    list(blend.session.submit("wait"))
