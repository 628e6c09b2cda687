"""What is kept from a player on the screen: a telling taken back by a key, what is withheld, worlds above the limit."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from game.errors import WorldRated
from game.loader.load import parse_world
from game.session.opening import open_session
from game.session.session import Session
from game.story.safety.lists import house_lists
from game.story.safety.wishes import wishes_for
from game.tui.home import Home, WorldCard
from game.tui.screens.ask import AskScreen
from game.tui.screens.library import LibraryScreen
from game.tui.screens.play import PlayScreen
from game.tui.widgets.story import Story
from tests.kit import INN
from tests.scripted import ScriptedModel
from tests.tui.stage import NOON, at_rest, open_inn, painted, play_screen, playing, say, story_text, type_in, until
from tests.tui.test_library import visiting

NEUTRAL = "The rest of this is left untold, and the story goes on."


def keeping(session: Session) -> Session:
    """Return a session that keeps spiders from its player."""
    session.safety.wishes = wishes_for("teen", house_lists(), lines=("spiders",))
    return session


async def test_a_key_takes_a_telling_back_while_it_streams(tmp_path: Path) -> None:
    gate = Event()
    gate.set()
    session = open_inn(tmp_path, ScriptedModel(["You come in.", "The butcher grins widely."], gate=gate), way="model")
    async with playing(session) as pilot:
        gate.clear()
        await pilot.press(*"wait", "enter")
        await until(pilot, lambda: play_screen(pilot).is_telling)
        await pilot.press("ctrl+x")
        await until(pilot, lambda: NEUTRAL in story_text(pilot))
        await at_rest(pilot)
        assert "butcher" not in story_text(pilot)
        assert session.run.current().action == "wait"


@pytest.mark.parametrize("typed", ["ctrl+x", "/x"])
async def test_a_telling_that_is_told_is_taken_back_by_key_and_by_word(tmp_path: Path, typed: str) -> None:
    session = open_inn(tmp_path, ScriptedModel(["You come in.", "The butcher grins."]), way="model")
    async with playing(session) as pilot:
        await type_in(pilot, "wait")
        await until(pilot, lambda: "The butcher grins." in story_text(pilot))
        await (say(pilot, typed) if typed.startswith("ctrl") else type_in(pilot, typed))
        await until(pilot, lambda: NEUTRAL in story_text(pilot))
        assert "butcher" not in story_text(pilot)


async def test_the_key_works_while_something_is_typed(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await type_in(pilot, "take lamp")
        await pilot.press(*"dro")
        await say(pilot, "ctrl+x")
        await until(pilot, lambda: NEUTRAL in story_text(pilot))
        assert play_screen(pilot)._news.line.value == "dro"


async def test_what_is_withheld_is_counted_in_the_status_line(tmp_path: Path) -> None:
    session = keeping(open_inn(tmp_path, ScriptedModel(["You come in.", "It rains. A spider waits."]), way="model"))
    async with playing(session) as pilot:
        await type_in(pilot, "wait")
        await until(pilot, lambda: "1 withheld" in painted(pilot))
        assert "It rains." in story_text(pilot)
        assert "spider" not in painted(pilot)


async def test_what_the_rules_refuse_is_not_even_echoed(tmp_path: Path) -> None:
    async with playing(keeping(open_inn(tmp_path))) as pilot:
        await type_in(pilot, "undress the child")
        await until(pilot, lambda: "cannot be taken in here" in story_text(pilot))
        assert "undress" not in story_text(pilot)


async def test_older_turns_are_shown_as_they_may_be(tmp_path: Path) -> None:
    more = '[thing.web]\nname = "web"\nat = "hall"\nlook = "A spider sits in it."\n'
    session = open_inn(tmp_path, more=more)
    for words in ("examine web", *["wait"] * 3):
        list(session.submit(words))
    async with playing(keeping(session)) as pilot:
        pilot.app.screen.query_one(Story).page(-9)
        await until(pilot, lambda: "examine web" in story_text(pilot))
        assert "Something happens here that you asked not to be told." in story_text(pilot)
        assert "spider" not in story_text(pilot)


def rated_home(saves: Path) -> Home:
    """Return a home whose inn is rated above the limit."""
    world = parse_world(INN.replace('start = "hall"', 'start = "hall"\nrating = "adult"'), name="inn.toml")

    def refused(_: str, __: str | None) -> Session:
        raise WorldRated("The Inn is rated adult.", "adult")

    return Home(
        worlds=lambda: (WorldCard.of(world),),
        runs=list,
        open=refused,
        open_rated=lambda _, run: open_session(world, saves, None, run=run, seed=7),
        now=lambda: NOON,
    )


async def test_a_world_above_the_limit_shows_its_rating_and_is_asked_about(tmp_path: Path) -> None:
    async with visiting(rated_home(tmp_path)) as pilot:
        await until(pilot, lambda: "adult" in painted(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        assert "The Inn is rated adult." in painted(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PlayScreen))


async def test_a_world_above_the_limit_stays_closed_where_nobody_says_so(tmp_path: Path) -> None:
    async with visiting(rated_home(tmp_path)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        assert "The Inn" in painted(pilot)
