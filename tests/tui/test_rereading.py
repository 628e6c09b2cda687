"""A world that is edited while it is on the screen: what of it is there at once, and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from game.errors import WorldError
from game.loader.load import parse_world
from game.rules.world import World
from game.session.session import Session
from game.tui import teller
from game.tui.widgets.command import CommandLine
from tests.kit import INN, inn
from tests.scripted import ScriptedModel
from tests.tui.stage import (
    at_rest,
    open_inn,
    painted,
    panel_text,
    play_screen,
    playing,
    say,
    story_text,
    type_in,
    until,
)

MUG = '[thing.mug]\nname = "pewter mug"\nat = "you"\n'


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teller, "_REREADING_S", 0.01)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Yield a session at the inn."""
    session = open_inn(tmp_path)
    yield session
    session.close()


def edit(session: Session, world: World | WorldError) -> None:
    """Let the world of a session be edited, once."""
    edits = [world]

    def edited() -> World | None:
        found = edits.pop() if edits else None
        if isinstance(found, WorldError):
            raise found
        return found

    session.edited = edited


async def test_choices_panel_and_title_are_those_of_the_edited_world(session: Session) -> None:
    async with playing(session) as pilot:
        edit(session, parse_world(INN.replace("The Inn", "The Swan").replace("Pay her", "Pay the bill") + MUG))
        await until(pilot, lambda: "The world was read again." in story_text(pilot))
        await at_rest(pilot)
        assert "1 Pay the bill" in painted(pilot)
        assert "The Swan" in painted(pilot)
        assert "pewter mug" in panel_text(pilot)


async def test_what_could_not_be_kept_is_said_below_the_last_turn(session: Session) -> None:
    async with playing(session) as pilot:
        edit(session, inn(MUG))
        await until(pilot, lambda: "pewter mug" in panel_text(pilot))
        edit(session, inn())
        await until(pilot, lambda: "'mug' is gone, so it is not carried any more." in story_text(pilot))
        assert "You are wet through." in story_text(pilot)
        assert "pewter mug" not in panel_text(pilot)


async def test_a_mistake_is_said_and_the_run_goes_on(session: Session) -> None:
    async with playing(session) as pilot:
        edit(session, WorldError("There is a [/comma] too many."))
        await until(pilot, lambda: "There is a [/comma] too many." in story_text(pilot))
        await type_in(pilot, "east")
        assert "Rain." in story_text(pilot)


async def test_what_is_being_typed_stays(session: Session) -> None:
    async with playing(session) as pilot:
        await pilot.press(*"eas")
        edit(session, inn(MUG))
        await until(pilot, lambda: "read again" in story_text(pilot))
        assert pilot.app.screen.query_one(CommandLine).value == "eas"


async def test_somebody_who_is_new_speaks_under_their_name(session: Session) -> None:
    async with playing(session) as pilot:
        edit(session, inn('[person.tom]\nname = "Tom"\nat = "hall"\nsays = ["Evening."]\n'))
        await until(pilot, lambda: "read again" in story_text(pilot))
        await type_in(pilot, "talk to tom")
        assert "Tom: “Evening.”" in story_text(pilot)


async def test_undo_takes_a_turn_of_the_older_world_back(session: Session) -> None:
    async with playing(session) as pilot:
        await type_in(pilot, "east")
        edit(session, inn(MUG))
        await until(pilot, lambda: "read again" in story_text(pilot))
        await say(pilot, "ctrl+z")
        assert "The hall" in panel_text(pilot)
        assert "Rain." not in story_text(pilot)


async def test_a_telling_in_progress_is_not_broken_off(tmp_path: Path) -> None:
    gate = Event()
    gate.set()
    session = open_inn(tmp_path, ScriptedModel(["You come in.", "Rain on the yard."], gate=gate), way="model")
    async with playing(session) as pilot:
        gate.clear()
        await pilot.press(*"east", "enter")
        await until(pilot, lambda: play_screen(pilot).is_telling and "> east" in story_text(pilot))
        edit(session, inn(MUG))
        await pilot.pause(0.05)
        assert "read again" not in story_text(pilot)
        gate.set()
        await until(pilot, lambda: "read again" in story_text(pilot))
        assert story_text(pilot).index("Rain on the yard.") < story_text(pilot).index("read again")
