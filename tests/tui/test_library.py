"""The library: what it lists, how it is narrowed, and what opens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from game.errors import SaveError, WorldError
from game.session.session import Session
from game.storage.records import RunSummary
from game.tui.app import LoreloomApp
from game.tui.home import Home, WorldCard
from game.tui.screens.library import LibraryScreen
from game.tui.screens.play import PlayScreen
from tests.tui.stage import Acting, inn_home, open_inn, painted, story_text, until

BROKEN = WorldCard("cave", "The Cave", problem="error[W001]: [/bold] no such place\n  --> cave.toml:3:8")


@asynccontextmanager
async def visiting(home: Home, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Acting]:
    """Stand in the library, its lists filled."""
    async with LoreloomApp(home).run_test(size=size) as pilot:
        about = pilot.app.screen.query_one("#about", Static)
        await until(pilot, lambda: bool(str(about.content)))
        yield pilot


def _saved(saves: Path, run: str) -> None:
    session = open_inn(saves, run=run)
    list(session.submit("1"))
    session.close()


async def test_runs_come_before_worlds(tmp_path: Path) -> None:
    _saved(tmp_path, "evening")
    async with visiting(inn_home(tmp_path)) as pilot:
        lines = painted(pilot)
        assert lines.index("Continue") < lines.index("evening · turn 1") < lines.index("Begin")


async def test_enter_begins_a_run_of_a_world(tmp_path: Path) -> None:
    async with visiting(inn_home(tmp_path)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PlayScreen) and "wet through" in story_text(pilot))


async def test_a_click_goes_on_with_a_run(tmp_path: Path) -> None:
    _saved(tmp_path, "evening")
    async with visiting(inn_home(tmp_path)) as pilot:
        await pilot.click("Shelf", offset=(6, 1))
        await until(pilot, lambda: isinstance(pilot.app.screen, PlayScreen) and "> Pay her" in story_text(pilot))


async def test_f1_shows_the_librarys_own_keys(tmp_path: Path) -> None:
    async with visiting(inn_home(tmp_path)) as pilot:
        await pilot.press("f1")
        assert "go on with the run, or begin the world" in painted(pilot)
        assert "Ctrl+Z" not in painted(pilot)
        await pilot.press("f1")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_nothing_opens_where_nothing_can_be_seen(tmp_path: Path) -> None:
    async with visiting(inn_home(tmp_path), (50, 15)) as pilot:
        await pilot.press("enter", "x")
        await pilot.pause()
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert pilot.app.screen.query_one(Input).value == ""


async def test_typing_narrows_the_list(tmp_path: Path) -> None:
    async with visiting(inn_home(tmp_path, WorldCard("moor", "The Moor", author="Ann"))) as pilot:
        await pilot.press(*"ann moo")
        await until(pilot, lambda: "The Inn" not in painted(pilot))
        assert "The Moor" in painted(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: "The Inn" in painted(pilot))


async def test_what_nothing_is_called_is_said_so(tmp_path: Path) -> None:
    async with visiting(inn_home(tmp_path)) as pilot:
        await pilot.press(*"zz", "enter")
        await until(pilot, lambda: "Nothing here goes by that name." in painted(pilot))


async def test_a_broken_world_is_listed_and_its_problem_shown(tmp_path: Path) -> None:
    async with visiting(inn_home(tmp_path, BROKEN)) as pilot:
        await pilot.press("down", "enter")
        await until(pilot, lambda: "error[W001]: [/bold] no such place" in painted(pilot))
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_an_empty_library_says_what_to_do() -> None:
    def never(world: str, run: str | None) -> Session:
        raise AssertionError

    async with visiting(Home(worlds=list, runs=list, open=never)) as pilot:
        assert "There are no worlds here yet." in painted(pilot)
        await pilot.press("enter", "down", "x")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_a_run_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    _saved(tmp_path, "evening")
    async with visiting(inn_home(tmp_path)) as pilot:
        (tmp_path / "inn" / "evening.loreloom").write_text("no run any more")
        await pilot.press("enter")
        await until(pilot, lambda: "is damaged" in str(pilot.app.screen.query_one("#about", Static).content))
        assert isinstance(pilot.app.screen, LibraryScreen)


@pytest.mark.parametrize("error", [SaveError("The saves cannot be read."), WorldError("No folder of worlds.")])
async def test_lists_that_cannot_be_read_say_why(tmp_path: Path, error: Exception) -> None:
    def fail() -> list[RunSummary]:
        raise error

    home = inn_home(tmp_path)
    async with visiting(Home(home.worlds, fail, home.open)) as pilot:
        await until(pilot, lambda: str(error) in painted(pilot))


async def test_the_library_lists_a_run_that_was_just_left(tmp_path: Path) -> None:
    async with visiting(inn_home(tmp_path)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PlayScreen))
        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen) and "new · turn 0" in painted(pilot))
        assert pilot.app.screen.query_one(Input).has_focus


async def test_the_theme_that_was_turned_to_is_kept(tmp_path: Path) -> None:
    kept: list[str] = []
    home = inn_home(tmp_path)
    async with visiting(Home(home.worlds, home.runs, home.open, keep_theme=kept.append)) as pilot:
        await pilot.app.run_action("turn_theme")
        await until(pilot, lambda: kept == ["light"])
        assert pilot.app.theme == "loreloom-light"
