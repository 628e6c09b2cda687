"""The page on how a turn was told: F3 opens it, and what is closed is on it for authors alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.session.session import Session
from game.story.narrator import Narrator
from game.tui.screens.play import PlayScreen
from game.tui.screens.timeline import TimelineScreen
from game.tui.screens.why import WhyScreen
from tests.scripted import ScriptedModel
from tests.story.gating.judging import Censor
from tests.tui.stage import Acting, open_inn, painted, play_screen, playing, until

TOLD = ["You come in.", "A clock ticks. A ghost walks. And", " The bishop snores. And", " It stops."]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Yield a session that has told a turn of waiting, and some of it again."""
    session = open_inn(tmp_path, model := ScriptedModel(TOLD), way="model")
    judges = Censor(ghost="absent", bishop="secret")
    session.told.narrator = Narrator(session.world, session.sentences, model, asked="model", judges=judges)
    for events in (session.begin(), session.submit("wait")):
        for _ in events:
            pass
    yield session
    session.close()


async def open_page(pilot: Acting) -> str:
    """Open the page; return what is painted."""
    await pilot.press("f3")
    await until(pilot, lambda: isinstance(pilot.app.screen, WhyScreen) and "What it said" in painted(pilot))
    await pilot.pause()
    return painted(pilot)


async def test_f3_shows_what_was_told_said_and_held_back(session: Session) -> None:
    async with playing(session, size=(110, 60)) as pilot:
        page = await open_page(pilot)
    for words in ("How turn 1 was told", "- Time passes.", "A clock ticks.", "✗ A ghost walks.", "Told again 2×"):
        assert words in page
    assert "bishop" not in page
    assert "author mode" not in page


async def test_an_author_sees_what_is_closed_and_that_they_do(session: Session) -> None:
    session.is_author = True
    async with playing(session, size=(110, 60)) as pilot:
        assert "author mode" in painted(pilot).splitlines()[-1]
        assert "The bishop snores." in await open_page(pilot)


async def test_in_the_timeline_it_is_of_the_turn_under_the_cursor(session: Session) -> None:
    async with playing(session, size=(110, 60)) as pilot:
        await pilot.press("f4")
        await until(pilot, lambda: "wait" in painted(pilot) and isinstance(pilot.app.screen, TimelineScreen))
        await pilot.press("up")
        assert "How turn 0 was told" in await open_page(pilot)


@pytest.mark.parametrize("key", ["escape", "f3", "q"])
async def test_its_keys_close_it(session: Session, key: str) -> None:
    async with playing(session) as pilot:
        await open_page(pilot)
        await pilot.press(key)
        await until(pilot, lambda: isinstance(pilot.app.screen, PlayScreen))


async def test_it_scrolls_where_it_is_longer_than_the_screen(session: Session) -> None:
    async with playing(session, size=(60, 20)) as pilot:
        assert "Told again" not in await open_page(pilot)
        for _ in range(6):
            await pilot.press("pagedown")
        await until(pilot, lambda: "Told again" in painted(pilot))


async def test_what_was_held_back_is_no_markup(tmp_path: Path) -> None:
    session = open_inn(
        tmp_path, model := ScriptedModel(["You come in.", "A [/red] ghost \x1b[2J walks.", "So."]), way="model"
    )
    session.told.narrator = Narrator(session.world, session.sentences, model, judges=Censor(ghost="absent"))
    for events in (session.begin(), session.submit("wait")):
        list(events)
    async with playing(session, size=(110, 60)) as pilot:
        assert "A [/red] ghost [2J walks." in await open_page(pilot)


async def test_the_palette_leads_to_it(session: Session) -> None:
    async with playing(session) as pilot:
        (why,) = (each for each in play_screen(pilot).commands() if each.title == "Why")
        why.callback()
        await until(pilot, lambda: isinstance(pilot.app.screen, WhyScreen))
