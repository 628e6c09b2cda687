"""Runs that do not open as they stand: what the library asks, and what each answer does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual.widgets import OptionList, Static

from game.loader.load import parse_world
from game.session.opening import look_at, open_session
from game.storage.runs import list_runs
from game.tui.home import Home, WorldCard
from game.tui.screens.ask import AskScreen
from game.tui.screens.library import LibraryScreen
from game.tui.screens.play import PlayScreen
from tests.kit import INN, inn
from tests.tui.stage import NOON, Acting, inn_home, open_inn, painted, play_screen, playing, story_text, until
from tests.tui.test_library import visiting

EDITED = INN.replace("[thing.lamp]", "[thing.lantern]").replace("(lamp)", "(lantern)").replace('"lamp"', '"lantern"')


def edited_home(saves: Path) -> Home:
    """Return a home whose inn was edited since the run evening was played."""
    session = open_inn(saves, run="evening")
    list(session.submit("take lamp"))
    session.close()
    world = parse_world(EDITED, name="inn.toml")
    return Home(
        worlds=lambda: (WorldCard.of(world),),
        runs=lambda: list_runs(saves),
        open=lambda _, run: open_session(world, saves, None, run=run, seed=7),
        go_on=lambda _, run, decision: open_session(world, saves, None, run=run, decision=decision),
        now=lambda: NOON,
    )


async def asked(pilot: Acting) -> list[str]:
    """Open the first run of the library; return the answers it is asked to choose from."""
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
    answers = pilot.app.screen.query_one(OptionList)
    return [str(answers.get_option_at_index(number).prompt) for number in range(answers.option_count)]


async def test_an_edited_world_is_asked_about(tmp_path: Path) -> None:
    async with visiting(edited_home(tmp_path)) as pilot:
        old, rewind, rename = await asked(pilot)
        assert "turn 1, “take lamp”, does not fit" in str(pilot.app.screen.query_one(Static).content)
        assert ("as it was" in old, "last turn that fits" in rewind) == (True, True)
        assert rename == "Rename 'lamp' to 'lantern' in the whole run"


async def test_each_answer_goes_on_with_the_run(tmp_path: Path) -> None:
    for number, place in enumerate(("lamp", "hall", "lantern")):
        saves = tmp_path / str(number)
        async with visiting(edited_home(saves)) as pilot:
            await asked(pilot)
            await pilot.press(*["down"] * number, "enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, PlayScreen))
            session = play_screen(pilot)._session
            assert place in {*session.state.where, session.state.place}


async def test_a_question_that_is_left_open_changes_nothing(tmp_path: Path) -> None:
    async with visiting(edited_home(tmp_path)) as pilot:
        before = (tmp_path / "inn" / "evening.loreloom").read_bytes()
        await asked(pilot)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert (tmp_path / "inn" / "evening.loreloom").read_bytes() == before


async def test_a_run_that_is_open_elsewhere_can_be_looked_at(tmp_path: Path) -> None:
    other = open_inn(tmp_path, run="evening")
    list(other.submit("take lamp"))
    home = replace(inn_home(tmp_path), look=lambda _, run: look_at(other.world, tmp_path, run))
    async with visiting(home) as pilot:
        assert await asked(pilot) == ["Only look at it"]
        assert "--read-only" not in painted(pilot)  # there is an answer to take, and no option to type
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PlayScreen) and "brass lamp" in story_text(pilot))
        await pilot.press(*"east", "enter")
        await until(pilot, lambda: "only looked at" in story_text(pilot))
    other.close()


async def test_a_run_that_is_only_looked_at_says_so_before_anything_is_typed(tmp_path: Path) -> None:
    open_inn(tmp_path, run="evening").close()
    async with playing(look_at(inn(), tmp_path, "evening")) as pilot:
        assert "only looked at" in painted(pilot).splitlines()[-1]
        assert "open it to play on" in painted(pilot)
        await pilot.press("f6")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PlayScreen)
