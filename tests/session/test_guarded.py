"""A session as it is played: what a model says of the world passes the guard, or the author's words stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.passages import Grew, Opened
from tests.scripted import ScriptedModel
from tests.session.test_session import Table

pytestmark = pytest.mark.guarded


def told(folder: Path, *replies: str, words: str = "look") -> str:
    """Return what is shown of a turn when a model says these things of it, one after the other."""
    table = Table(folder, ScriptedModel(["", *replies]), "model", reloads=False)
    events = table.play(words)
    table.session.close()
    pieces = [each for each in events if isinstance(each, Opened | Grew)]
    return "".join(each.passage.text if isinstance(each, Opened) else each.text for each in pieces)


def test_what_is_true_is_shown_as_it_was_said(tmp_path: Path) -> None:
    said = "The fire is out. A brass lamp stands on the oak table."
    assert told(tmp_path, f"{said} ") == said


def test_what_is_false_is_told_again(tmp_path: Path) -> None:
    shown = told(tmp_path, "The fire is out. The bishop walks in and greets you. ", "The hall is still. ")
    assert "bishop" not in shown.casefold()
    assert shown.startswith("The fire is out. The hall is still.")


def test_what_stays_false_gives_way_to_the_author(tmp_path: Path) -> None:
    shown = told(tmp_path, *["You pick up the ring and put it on. "] * 3)
    assert "ring" not in shown
    assert "The fire is out." in shown
