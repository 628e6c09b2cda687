"""How the screens look, with a still cursor and clock. After a change that is meant: pytest --snapshot-update."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from game.story.narrator import Narrator
from game.tui.app import LoreloomApp
from game.tui.home import Theme, WorldCard
from game.tui.screens.edit import EditScreen, Sheet
from game.tui.screens.timeline import TimelineScreen
from tests.scripted import ScriptedModel
from tests.story.gating.judging import Censor
from tests.tui.stage import NOON, Acting, at_rest, branched, inn_home, open_inn, panel_text, say, until

Compare = Callable[..., bool]
SMALL, NARROW, LARGE = (60, 20), (60, 24), (100, 30)

# A scene with all that a passage can be: a heading, a place, a person's line, a notice, words that mean nothing.
PLAYED = ("1", "dance", "talk to anna")


async def _still(pilot: Acting) -> None:
    for line in pilot.app.screen.query(Input):
        line.cursor_blink = False
    await pilot.pause()


async def _play(pilot: Acting) -> None:
    await until(pilot, lambda: "the hall" in panel_text(pilot).casefold())
    await at_rest(pilot)
    for words in PLAYED:
        await say(pilot, *("space" if each == " " else each for each in words), *([] if words == "1" else ["enter"]))
    await _still(pilot)


async def _list(pilot: Acting) -> None:
    await until(pilot, lambda: pilot.app.screen.query_one("Shelf").option_count > 2)  # type: ignore[attr-defined]
    await _still(pilot)


@pytest.mark.parametrize(("size", "theme"), [(SMALL, "dark"), (LARGE, "dark"), (LARGE, "light")])
def test_play(snap_compare: Compare, tmp_path: Path, size: tuple[int, int], theme: Theme) -> None:
    app = LoreloomApp(inn_home(tmp_path), start=open_inn(tmp_path), theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=_play)


async def _look_back(pilot: Acting) -> None:
    await until(pilot, lambda: bool(panel_text(pilot)))
    await at_rest(pilot)
    await pilot.press("f4")
    await until(pilot, lambda: isinstance(pilot.app.screen, TimelineScreen))
    await until(pilot, lambda: bool(pilot.app.screen.query("Glimpse Block")))
    await pilot.press("up", "up")
    await until(pilot, lambda: "give lamp" in str(pilot.app.screen.query_one("Glimpse .echo", Static).content))
    await _still(pilot)


async def _rewrite(pilot: Acting) -> None:
    await until(pilot, lambda: bool(panel_text(pilot)))
    await at_rest(pilot)
    await say(pilot, *"/edit The yard is all rain.", "enter")
    await until(pilot, lambda: bool(pilot.app.screen.query(".mark")))
    await pilot.press("f6")
    await until(pilot, lambda: isinstance(pilot.app.screen, EditScreen))
    pilot.app.screen.query_one(Sheet).cursor_blink = False
    await _still(pilot)


@pytest.mark.parametrize(("size", "theme"), [(NARROW, "light"), (LARGE, "dark")])
def test_timeline(snap_compare: Compare, tmp_path: Path, size: tuple[int, int], theme: Theme) -> None:
    app = LoreloomApp(inn_home(tmp_path), start=branched(tmp_path), theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=_look_back)


def test_edit(snap_compare: Compare, tmp_path: Path) -> None:
    app = LoreloomApp(inn_home(tmp_path), start=branched(tmp_path))
    assert snap_compare(app, terminal_size=LARGE, run_before=_rewrite)


async def _ask_why(pilot: Acting) -> None:
    await until(pilot, lambda: bool(panel_text(pilot)))
    await at_rest(pilot)
    await say(pilot, *"wait", "enter")
    await pilot.press("f3")
    await until(pilot, lambda: len(pilot.app.screen.query("WhyScreen Static")) > 3)
    await _still(pilot)


@pytest.mark.parametrize(("size", "theme"), [(NARROW, "light"), (LARGE, "dark")])
def test_why(snap_compare: Compare, tmp_path: Path, size: tuple[int, int], theme: Theme) -> None:
    said = ["You come in.", "A clock ticks. A ghost sits down. And", " The bishop snores. And", " It stops."]
    session = open_inn(tmp_path, model := ScriptedModel(said), way="model")
    judges = Censor(ghost="absent", bishop="secret")
    session.told.narrator = Narrator(session.world, session.sentences, model, asked="model", judges=judges)
    app = LoreloomApp(inn_home(tmp_path), start=session, theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=_ask_why)


@pytest.mark.parametrize(("size", "theme"), [(SMALL, "light"), (LARGE, "dark")])
def test_library(snap_compare: Compare, tmp_path: Path, size: tuple[int, int], theme: Theme) -> None:
    session = open_inn(tmp_path, run="evening")
    session.close()
    saved = (NOON - timedelta(hours=2)).timestamp()
    os.utime(session.run.file, (saved, saved))
    moor = WorldCard("moor", "The Moor", "Peat, wind and one lit window.", "Ann Example", "teen")
    app = LoreloomApp(inn_home(tmp_path, moor, WorldCard("cave", "The Cave", problem="No.")), theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=_list)
