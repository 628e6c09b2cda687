"""What people remember of a run: of its path alone, the same after a reload, and told without a model too."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.session.opening import open_session
from game.session.session import Session
from game.story.passages import Grew, Opened, gather
from tests.kit import inn
from tests.scripted import ScriptedModel

WORLD = inn()
ASKED = "anna, do you remember me?"


def told(session: Session, *lines: str) -> str:
    """Return how the last of some lines is told."""
    events = [list(session.submit(line)) for line in lines][-1]
    return " ".join(each.text for each in gather(each for each in events if isinstance(each, Opened | Grew)))


@pytest.mark.parametrize("reloads", [False, True], ids=["straight", "reloaded"])
def test_it_is_told_without_a_model(tmp_path: Path, *, reloads: bool) -> None:
    session = open_session(WORLD, tmp_path, None, run="test", seed=7)
    list(session.begin())
    told(session, "take lamp")
    if reloads:
        session.close()
        session = open_session(WORLD, tmp_path, None, run="test", seed=7)
        list(session.begin())
    assert "You took the brass lamp." in told(session, ASKED)
    session.close()


def test_nothing_of_an_undone_branch_is_remembered(tmp_path: Path) -> None:
    session = open_session(WORLD, tmp_path, None, run="test", seed=7)
    list(session.begin())
    told(session, "take lamp", "/undo", "pay her")
    said = told(session, ASKED)
    assert "‘Pay her’: that was you." in said
    assert "lamp" not in said
    session.close()


def test_a_persons_prompt_holds_what_they_witnessed_and_not_what_they_did_not(tmp_path: Path) -> None:
    model = ScriptedModel(["", *["The night goes on."] * 9])
    session = open_session(WORLD, tmp_path, model, run="test", seed=7, way="blend")
    list(session.begin())
    told(session, "take lamp", "east", "drop lamp", "west", "talk to anna")
    asked = next(
        each.messages[-1].text for each in reversed(model.requests) if each.slot == "person:anna" and each.seed
    )
    assert "You took the brass lamp." in asked
    assert "down" not in asked
    session.close()


def test_several_are_asked_one_after_the_other_and_with_whom_one_talks_is_offered(tmp_path: Path) -> None:
    world = inn('[person.bert]\nname = "Bert"\nat = "hall"\nsays = ["Evening."]\n')
    session = open_session(world, tmp_path, None, run="test", seed=7)
    list(session.begin())
    assert session.offered().talking == ""
    events = list(session.submit("ask both about the weather"))
    lines = [each.passage.speaker for each in events if isinstance(each, Opened) and each.passage.kind == "line"]
    assert lines == ["anna", "bert"]
    assert (session.offered().talking, session.view().talking) == ("Bert", "Bert")
    assert session.run.current().depth == 2
    session.close()
