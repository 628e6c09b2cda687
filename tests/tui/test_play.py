"""The play screen: what a player presses, and what they then see."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Static

from game.errors import SaveError
from game.loader.load import parse_world
from game.session.opening import open_session
from game.session.session import Session
from game.session.turn_events import Answered, TurnEvent
from game.tui.screens.help import HelpScreen
from game.tui.widgets.block import Paragraph
from game.tui.widgets.choices import Choice, Choices
from game.tui.widgets.command import CommandLine
from game.tui.widgets.story import Story
from tests.kit import INN
from tests.scripted import ScriptedModel
from tests.tui.stage import (
    at_rest,
    open_inn,
    painted,
    panel_text,
    paste,
    play_screen,
    playing,
    resize,
    say,
    story_text,
    type_in,
    until,
)


async def test_the_opening_the_choices_and_the_panel_are_shown(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        assert "You are wet through." in story_text(pilot)
        assert "Anna holds out a hand." in painted(pilot)
        assert "1 Pay her" in painted(pilot)
        assert "The hall" in panel_text(pilot)
        assert "A bed for the night" in panel_text(pilot)


async def test_a_digit_takes_a_choice_at_once(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await say(pilot, "1")
        assert "> Pay her" in story_text(pilot)
        assert "She counts them twice." in story_text(pilot)


async def test_a_digit_after_words_is_text(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await pilot.press("x", "1")
        assert pilot.app.screen.query_one(CommandLine).value == "x1"


async def test_a_click_takes_a_choice(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await pilot.click(list(pilot.app.screen.query(Choice))[1])
        await until(pilot, lambda: "She counts them twice." in story_text(pilot))


async def test_a_click_on_the_story_leaves_the_line_in_use(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await pilot.click(Story)
        assert pilot.app.screen.query_one(CommandLine).has_focus


async def test_selected_words_of_the_story_are_copied(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        pilot.app.screen.query_one(Story).query(Paragraph).first().text_select_all()
        await pilot.press("ctrl+c")
        assert pilot.app.clipboard == "You are wet through."


async def test_with_nothing_to_copy_the_key_for_it_says_which_key_leaves(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await pilot.press("ctrl+c")
        await until(pilot, lambda: "Ctrl+Q leaves; everything is saved already." in painted(pilot))


async def test_up_recalls_what_was_said_before(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await type_in(pilot, "dance")
        await type_in(pilot, "sing")
        await pilot.press("up", "up", "down")
        assert pilot.app.screen.query_one(CommandLine).value == "sing"


async def test_a_person_is_named_before_their_words(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await type_in(pilot, "talk to anna")
        assert "Anna: “We are full.”" in story_text(pilot)


async def test_words_that_mean_nothing_are_answered_below_them(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await type_in(pilot, "dance")
        assert story_text(pilot).index("> dance") < story_text(pilot).index("“dance” means nothing")


async def test_a_turn_that_is_undone_leaves_the_story_and_comes_back(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await type_in(pilot, "east")
        assert "Rain." in story_text(pilot)
        await say(pilot, "ctrl+z")
        assert "Rain." not in story_text(pilot)
        assert "The hall" in panel_text(pilot)
        await say(pilot, "ctrl+y")
        assert story_text(pilot).index("> east") < story_text(pilot).index("Rain.")


async def test_escape_clears_the_line_when_nothing_is_told(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await pilot.press("h", "i", "escape")
        assert pilot.app.screen.query_one(CommandLine).value == ""


async def test_an_error_is_a_sentence_in_the_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Session, words: str) -> Iterator[TurnEvent]:
        yield Answered("Trying.")
        raise SaveError("The disk is full [/bold]: make room.")

    async with playing(open_inn(tmp_path)) as pilot:
        monkeypatch.setattr(Session, "submit", fail)
        await say(pilot, "1")
        assert "The disk is full [/bold]: make room." in painted(pilot)


async def test_an_ending_takes_the_place_of_choices(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        for words in ("pay her", "east", "west", "up"):
            await type_in(pilot, words)
        assert "✦  Sleep  ✦" in story_text(pilot)
        assert pilot.app.screen.query_one(Choices).count == 0
        assert "The story has ended." in painted(pilot)


async def test_f1_shows_the_keys_and_closes_them(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await pilot.press("f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "Ctrl+Z" in painted(pilot)
        assert "/undo" in painted(pilot)
        await pilot.press("escape")
        assert "1 Pay her" in painted(pilot)


async def test_the_help_is_in_the_language_of_the_run(tmp_path: Path) -> None:
    world = parse_world(INN.replace("[world]", '[world]\nlanguage = "zh"'), name="inn.toml")
    async with playing(open_session(world, tmp_path, None, seed=7)) as pilot:
        await pilot.press("f1")
        sheet = painted(pilot)
        assert all(words in sheet for words in ("帮助", "按键", "撤回上一个回合", "Esc 关闭"))
        assert "take the last turn back" not in sheet


async def test_the_palette_undoes(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await type_in(pilot, "east")
        await pilot.press("ctrl+p", *"undo")
        await pilot.pause(0.3)
        await pilot.press("down", "enter")
        await until(pilot, lambda: "the hall" in panel_text(pilot).casefold())


async def test_the_palette_wakes_a_model_that_was_given_up(tmp_path: Path) -> None:
    model = ScriptedModel(phase="resting")
    async with playing(open_inn(tmp_path, model)) as pilot:
        assert "model given up · /wake" in painted(pilot)
        (wake,) = (each for each in play_screen(pilot).commands() if "wake" in each.title.casefold())
        wake.callback()
        await until(pilot, lambda: model.woken == 1)
        await until(pilot, lambda: "> /wake" in story_text(pilot))


async def test_the_palette_wakes_no_model_where_there_is_none(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        assert not [each for each in play_screen(pilot).commands() if "wake" in each.title.casefold()]


async def test_a_run_that_goes_on_shows_what_came_before(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await say(pilot, "1")
        await type_in(pilot, "east")
        await type_in(pilot, "west")
    async with playing(open_inn(tmp_path)) as pilot:
        await until(pilot, lambda: "You are wet through." in story_text(pilot))
        assert story_text(pilot).index("> Pay her") < story_text(pilot).index("Rain.")


async def test_quitting_by_words_leaves(tmp_path: Path) -> None:
    session = open_inn(tmp_path)
    async with playing(session) as pilot:
        await pilot.press(*"/quit", "enter")
        await until(pilot, lambda: not pilot.app.is_running or pilot.app._exit)
    open_inn(tmp_path).close()


async def test_the_library_is_a_key_away_and_the_run_is_given_back(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await say(pilot, "1")
        await pilot.press("ctrl+l")
        await until(pilot, lambda: "turn 1" in painted(pilot))
        open_inn(tmp_path).close()


async def test_too_small_a_terminal_asks_for_room_and_the_game_survives(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert "Loreloom needs 60×20" in " ".join(painted(pilot).split())
        await pilot.resize_terminal(60, 20)
        await say(pilot, "1")
        assert "She counts them twice." in painted(pilot)


async def test_nothing_lies_over_the_sentence_that_asks_for_room(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        pilot.app.notify("A bookmark was kept.")
        await resize(pilot, 40, 12)
        assert "bookmark" not in painted(pilot)
        await resize(pilot, 60, 20)
        assert "A bookmark was kept." in painted(pilot)


async def test_nothing_is_played_where_nothing_can_be_seen(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await type_in(pilot, "east")
        await pilot.press("h", "i")
        await resize(pilot, 50, 15)
        await say(pilot, *"west", "enter", "1", "ctrl+z", "escape", "ctrl+p")
        await paste(pilot, "west")
        await resize(pilot, 60, 20)
        assert pilot.app.screen.query_one(CommandLine).value == "hi"
        assert "turn 1" in painted(pilot)


async def test_too_small_a_terminal_can_be_left(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await resize(pilot, 50, 15)
        assert "Ctrl+Q leaves" in " ".join(painted(pilot).split())
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app._exit)


async def test_a_paste_of_many_lines_is_one_line_of_words(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await pilot.press(*"say ")
        await paste(pilot, "ask anna about tea\rnorth\r\nup\n\nin\n")
        assert pilot.app.screen.query_one(CommandLine).value == "say ask anna about tea north up in"


@pytest.mark.parametrize(("width", "shown"), [(60, False), (99, False), (100, True), (200, True)])
async def test_the_panel_folds_away_where_it_would_crowd_the_story(tmp_path: Path, width: int, shown: bool) -> None:
    async with playing(open_inn(tmp_path), (width, 24)) as pilot:
        panel = pilot.app.screen.query_one("Panel")
        assert panel.display == shown
        await pilot.press("f2")
        assert panel.display != shown
        assert "A number from 1 to" in painted(pilot)


async def test_the_title_of_the_world_is_above(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path), (60, 20)) as pilot:
        await at_rest(pilot)
        assert str(pilot.app.screen.query_one("#title", Static).content) == "The Inn"


async def test_choices_that_do_not_fit_are_a_key_away(tmp_path: Path) -> None:
    more = "".join(f'[thing.t{n}]\nname = "very old and heavy thing number {n}"\nat = "hall"\n' for n in range(20))
    async with playing(open_inn(tmp_path, more=more), (60, 20)) as pilot:
        await pilot.press(*["ctrl+down"] * 30)
        await pilot.pause()
        assert pilot.app.screen.query_one(Choices).scroll_y > 0
