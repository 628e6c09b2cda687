"""What the tests of the screen use: the inn on a stage, and the screen as text."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from game.session.opening import open_session
from game.session.session import Session
from game.storage.runs import list_runs
from game.story.model import LanguageModel
from game.story.narrator import Way
from game.tui.app import LoreloomApp
from game.tui.home import Home, WorldCard
from game.tui.screens.play import PlayScreen
from game.tui.widgets.story import Story
from tests.kit import inn

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
_LOOKS = 1_000
_LAYOUTS = 5  # a layout can ask for another, as when a scrollbar comes or goes

Acting = Pilot[None]


def open_inn(
    saves: Path, model: LanguageModel | None = None, *, way: Way | None = None, run: str = "one", more: str = ""
) -> Session:
    """Return a session at the inn, seeded."""
    return open_session(inn(more), saves, model, run=run, seed=7, way=way)


def inn_home(saves: Path, *cards: WorldCard) -> Home:
    """Return a home with the inn and whatever other worlds are given."""
    return Home(
        worlds=lambda: (WorldCard.of(inn()), *cards),
        runs=lambda: list_runs(saves),
        open=lambda world, run: open_inn(saves, run=run or "new"),
        now=lambda: NOON,
    )


@asynccontextmanager
async def playing(session: Session, size: tuple[int, int] = (110, 34)) -> AsyncIterator[Acting]:
    """Play a session on the screen, from where its beginning has been told."""
    app = LoreloomApp(inn_home(session.run.file.parent.parent), start=session)
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, lambda: "the hall" in panel_text(pilot).casefold())
        await at_rest(pilot)
        yield pilot


async def until(pilot: Acting, holds: Callable[[], bool]) -> None:
    """Wait until something holds; fails when it does not come to hold."""
    for _ in range(_LOOKS):
        if holds():
            return
        await pilot.pause(0.005)
    raise AssertionError("it never came to hold")


async def at_rest(pilot: Acting) -> None:
    """Wait until nothing is being told and all of it is painted."""
    await until(pilot, lambda: not play_screen(pilot).is_telling)
    await pilot.pause()


async def say(pilot: Acting, *keys: str) -> None:
    """Press keys, and wait for what follows from them."""
    await pilot.press(*keys)
    await pilot.pause()
    await at_rest(pilot)


async def resize(pilot: Acting, width: int, height: int) -> None:
    """Give the terminal another size, and wait until all of it is laid out."""
    await pilot.resize_terminal(width, height)
    await until(pilot, lambda: pilot.app.screen.size == (width, height))
    for _ in range(_LAYOUTS):
        await pilot.pause()


async def paste(pilot: Acting, text: str) -> None:
    """Paste text as a terminal would."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def type_in(pilot: Acting, words: str) -> None:
    """Type words and send them."""
    await say(pilot, *("space" if each == " " else each for each in words), "enter")


def play_screen(pilot: Acting) -> PlayScreen:
    """Return the play screen."""
    screen = pilot.app.screen
    assert isinstance(screen, PlayScreen)
    return screen


def story_text(pilot: Acting) -> str:
    """Return the words in the story, a line for each widget."""
    return "\n".join(str(each.content) for each in play_screen(pilot).query_one(Story).query(Static))


def panel_text(pilot: Acting) -> str:
    """Return the words in the panel."""
    return "\n".join(str(each.content) for each in pilot.app.screen.query("Panel Static").results(Static))


def painted(pilot: Acting) -> str:
    """Return the cells of the whole screen, line by line, as they would reach the terminal."""
    strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def branched(saves: Path, model: LanguageModel | None = None) -> Session:
    """Return a session with branches: #2 takes the lamp; from there #3 gives it away and #4 pays, or #5 and #6 walk.

    The player stands at #5, which is bookmarked.
    """
    session = open_inn(saves, model, way="model" if model else "authored")
    played = ("take lamp", "give lamp to anna", "pay her", "/jump #2", "east", "/bookmark Rain", "west", "/undo")
    for told in (session.begin(), *map(session.submit, played)):
        for _ in told:
            pass
    return session
