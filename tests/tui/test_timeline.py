"""The timeline: what it shows, and what follows from the keys and clicks in it."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest
from textual.strip import Strip
from textual.widgets import Static

from game.errors import SaveError
from game.rules.state import format_state
from game.session.session import Session
from game.session.standing import Standing
from game.storage.records import Bookmark
from game.storage.run import RunFile
from game.storage.tables.turns import add_turn
from game.story.narrator import Narrator
from game.story.passages import Passage, format_passages
from game.story.sentences import sentences_for
from game.tui.screens.play import PlayScreen
from game.tui.screens.timeline import TimelineScreen
from game.tui.widgets.branches import Branches
from game.tui.widgets.glimpse import Glimpse
from game.tui.widgets.plainline import PlainLine
from tests.kit import inn
from tests.scripted import ScriptedModel
from tests.tui.stage import (
    Acting,
    at_rest,
    branched,
    open_inn,
    painted,
    panel_text,
    paste,
    play_screen,
    playing,
    resize,
    story_text,
    until,
)

CLIPBOARD = "\x1b]52;c;aGFjaw==\x07"
TREE = [
    "● 0  the opening",
    "● 1  take lamp",
    "├─○ 2  give lamp to anna",
    "│ ○ 3  Pay her",
    "◉ 2  east ⚑ Rain ◂ you are here",
    "○ 3  west",
]


@asynccontextmanager
async def looking(session: Session, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Acting]:
    """Stand in the timeline of a session, the turn under the cursor in sight."""
    async with playing(session, size) as pilot:
        await open_timeline(pilot)
        yield pilot


async def open_timeline(pilot: Acting) -> None:
    """Go to the timeline, and wait until a turn is shown in it."""
    await pilot.press("f4")
    await until(pilot, lambda: isinstance(pilot.app.screen, TimelineScreen) and bool(glimpsed(pilot)))
    await pilot.pause()


async def back(pilot: Acting) -> None:
    """Wait until the player is back in the story, and all is told."""
    await until(pilot, lambda: isinstance(pilot.app.screen, PlayScreen))
    await pilot.pause()
    await at_rest(pilot)


def branches(pilot: Acting) -> Branches:
    """Return the tree."""
    return pilot.app.screen.query_one(Branches)


def glimpsed(pilot: Acting) -> str:
    """Return the words of the look at the turn under the cursor."""
    return "\n".join(str(each.content) for each in pilot.app.screen.query_one(Glimpse).query(Static))


def lines(pilot: Acting) -> list[str]:
    """Return the tree as it is painted, without its cursor, runs of spaces as one."""
    tree = branches(pilot)
    texts = (tree.render_line(y).text[2:].rstrip() for y in range(tree.size.height))
    return [text.replace("  ⚑", " ⚑").replace("  ◂", " ◂") for text in map(_narrowed, texts) if text]


def _narrowed(text: str) -> str:
    head, _, tail = text.partition("   ")
    return f"{head} {tail.strip()}" if tail else head


async def test_every_turn_is_in_its_lane_and_the_current_one_is_marked(tmp_path: Path) -> None:
    async with looking(branched(tmp_path)) as pilot:
        assert lines(pilot) == TREE
        assert "turns: 6" in painted(pilot)


async def test_a_long_bookmark_has_the_room_that_the_words_leave(tmp_path: Path) -> None:
    session = branched(tmp_path)
    session.run.kept.bookmark(Bookmark("before the longest night of all", session.run.current().id))
    async with looking(session) as pilot:
        await resize(pilot, 130, 30)
        assert "⚑ before the longest night of all  ◂ you are here" in painted(pilot)
        await resize(pilot, 60, 20)
        assert "…  ◂ you are here" in painted(pilot)


async def test_the_cursor_begins_at_the_current_turn_and_shows_what_it_changed(tmp_path: Path) -> None:
    async with looking(branched(tmp_path)) as pilot:
        assert glimpsed(pilot).startswith("turn 2\n> east\nThe yard\nRain.")
        assert "What it changed\n± You: the hall → the yard" in glimpsed(pilot)


async def test_a_turn_of_another_branch_is_looked_at_without_moving(tmp_path: Path) -> None:
    session = branched(tmp_path)
    async with looking(session) as pilot:
        await pilot.press("up", "up")
        await until(pilot, lambda: "Anna hangs the lamp on its hook." in glimpsed(pilot))
        assert "± brass lamp: with you → Anna" in glimpsed(pilot)
        assert session.run.current().id == 5


async def test_the_keys_move_through_the_tree_and_stop_at_its_ends(tmp_path: Path) -> None:
    async with looking(branched(tmp_path)) as pilot:
        for key, place in [("home", 0), ("up", 0), ("down", 1), ("end", 5), ("down", 5), ("pageup", 0), ("c", 4)]:
            await pilot.press(key)
            assert branches(pilot).cursor == place
        await pilot.press("pagedown")
        assert branches(pilot).cursor == 5


async def test_enter_goes_on_from_a_turn_with_its_exact_state(tmp_path: Path) -> None:
    session = branched(tmp_path)
    async with looking(session) as pilot:
        await pilot.press("up", "enter")
        await back(pilot)
        assert session.run.current().id == 4
        assert format_state(session.state) == session.run.turn(4).state
        assert "turn 3" in painted(pilot)


async def test_the_story_then_tells_of_that_turns_own_past_alone(tmp_path: Path) -> None:
    async with looking(branched(tmp_path)) as pilot:
        await pilot.press("up", "enter")
        await back(pilot)
        await until(pilot, lambda: "Anna hangs the lamp" in story_text(pilot))
        assert "Rain." not in story_text(pilot)
        assert story_text(pilot).index("> give lamp to anna") < story_text(pilot).index("> Pay her")


async def test_enter_at_the_current_turn_only_closes(tmp_path: Path) -> None:
    async with looking(branched(tmp_path)) as pilot:
        await pilot.press("enter")
        await back(pilot)
        assert "You stand at turn" not in story_text(pilot)


@pytest.mark.parametrize("key", ["escape", "f4"])
async def test_it_is_left_with_nothing_changed(tmp_path: Path, key: str) -> None:
    session = branched(tmp_path)
    async with looking(session) as pilot:
        await pilot.press("home", key)
        await back(pilot)
        assert session.run.current().id == 5


async def test_a_click_looks_and_a_double_click_goes(tmp_path: Path) -> None:
    session = branched(tmp_path)
    async with looking(session) as pilot:
        await pilot.click(Branches, offset=(10, 3))
        await until(pilot, lambda: "Anna hangs the lamp on its hook." in glimpsed(pilot))
        await pilot.click(Branches, offset=(10, 20))  # below the last turn
        assert branches(pilot).cursor == 2
        await pilot.click(Branches, offset=(10, 4), times=2)
        await back(pilot)
        assert session.run.current().id == 4


async def test_a_turn_is_bookmarked_where_the_cursor_is(tmp_path: Path) -> None:
    session = branched(tmp_path)
    async with looking(session) as pilot:
        await pilot.press("up", "b", *"bcd", "enter")
        await until(pilot, lambda: any("⚑ bcd" in line for line in lines(pilot)))
        assert Bookmark("bcd", 4) in session.run.kept.bookmarks()
        assert "Bookmarked as “bcd”" in painted(pilot)
        assert branches(pilot).cursor == 3


async def test_escape_leaves_the_line_for_a_name_and_then_the_timeline(tmp_path: Path) -> None:
    session = branched(tmp_path)
    async with looking(session) as pilot:
        await pilot.press("b", "x", "escape", "down")
        assert branches(pilot).cursor == 5
        await pilot.press("b")
        assert pilot.app.screen.query_one(PlainLine).value == ""
        assert "A name for turn 3" in painted(pilot)
        await pilot.press("escape", "escape")
        await back(pilot)
        assert [each.name for each in session.run.kept.bookmarks()] == ["Rain"]


async def test_a_bookmark_is_forgotten_where_the_cursor_is(tmp_path: Path) -> None:
    session = branched(tmp_path)
    async with looking(session) as pilot:
        await pilot.press("d")
        await until(pilot, lambda: not any("⚑" in line for line in lines(pilot)))
        assert session.run.kept.bookmarks() == []
        await pilot.press("d")
        await until(pilot, lambda: "This turn has no bookmark" in painted(pilot))


async def test_a_name_that_will_not_do_is_said_why(tmp_path: Path) -> None:
    async with looking(branched(tmp_path)) as pilot:
        await pilot.press("b", *"12", "enter")
        await until(pilot, lambda: "wants a name" in painted(pilot))


@pytest.mark.parametrize("text", ["[/red]", "[@click=app.quit]x[/]", CLIPBOARD, "a\u202eb", "one\r\ntwo"])
async def test_a_hostile_name_is_shown_as_text(tmp_path: Path, text: str) -> None:
    async with looking(branched(tmp_path)) as pilot:
        await pilot.press("b")
        await paste(pilot, text)
        await pilot.press("enter")
        await until(pilot, lambda: sum("⚑" in line for line in lines(pilot)) == 1 and "Bookmarked" in painted(pilot))
        assert all(each.isprintable() or each == "\n" for each in painted(pilot))


@pytest.mark.parametrize("words", ["[/red]" * 9, CLIPBOARD * 9, "x" * 5_000, "潮水退了" * 60, "a\n\tb\r" * 40])
async def test_words_of_any_kind_stay_on_their_line(tmp_path: Path, words: str) -> None:
    session = open_inn(tmp_path)
    session.run.commit(words, "wait", "[]", session.run.current().state)
    session.run.kept.bookmark(Bookmark(words[:60], 2))
    session.run.tell(2, format_passages([Passage("telling", words)]), narrator="model", model="", seed=0)
    async with looking(session, (60, 24)) as pilot:
        tree = branches(pilot)
        assert {tree.render_line(y).cell_length for y in range(5)} == {tree.scrollable_content_region.width}
        assert "you ar" in painted(pilot)
        assert all(each.isprintable() or each == "\n" for each in painted(pilot))


def long_run(saves: Path, turns: int) -> Session:
    """Return a session that stands after so many turns, all committed at once."""
    session = open_inn(saves)

    def add(db: sqlite3.Connection) -> None:
        here = session.run.current()
        for number in range(turns):
            here = add_turn(db, here, words=f"step {number}", action="wait", events="[]", state=here.state)

    session.run._write(add)
    session.close()
    return open_inn(saves)


async def test_a_run_of_ten_thousand_turns_is_a_few_widgets_and_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: set[int] = set()
    render_line = Branches.render_line

    def count(self: Branches, y: int) -> Strip:
        drawn.add(self.scroll_offset.y + y)
        return render_line(self, y)

    monkeypatch.setattr(Branches, "render_line", count)
    async with looking(long_run(tmp_path, 10_000)) as pilot:
        assert "step 9999" in painted(pilot)
        await pilot.press("pageup", "up", "home", "end")
        assert len(pilot.app.screen.query("*")) < 20
        assert 28 < len(drawn) < 200


async def test_a_preview_that_comes_late_is_not_shown(tmp_path: Path) -> None:
    session = branched(tmp_path)
    async with looking(session) as pilot:
        late = pilot.app.screen.query_one(Glimpse)._preview
        assert late is not None
        await pilot.press("home")
        await until(pilot, lambda: glimpsed(pilot).startswith("turn 0"))
        pilot.app.screen.post_message(TimelineScreen.Looked(late))
        await pilot.pause()
        assert glimpsed(pilot).startswith("turn 0")


async def test_a_telling_goes_on_below_it_and_enter_stops_it(tmp_path: Path) -> None:
    gate = Event()
    gate.set()
    session = branched(tmp_path, ScriptedModel([f"Telling {n}." for n in range(9)], gate=gate))
    async with playing(session) as pilot:
        gate.clear()
        await pilot.press(*"look", "enter")
        await until(pilot, lambda: play_screen(pilot).is_telling and session.run.current().id == 7)
        await open_timeline(pilot)
        assert "No telling of it is kept yet." in glimpsed(pilot)
        await pilot.press("home", "enter")
        await back(pilot)
        assert session.run.current().id == 1
        assert "The hall" in panel_text(pilot)


async def test_a_telling_that_ends_meanwhile_is_there_to_be_seen(tmp_path: Path) -> None:
    gate = Event()
    gate.set()
    session = branched(tmp_path, ScriptedModel([*["Told."] * 6, "The rain is loud."], gate=gate))
    async with playing(session) as pilot:
        gate.clear()
        await pilot.press(*"look", "enter")
        await until(pilot, lambda: play_screen(pilot).is_telling and session.run.current().id == 7)
        await open_timeline(pilot)
        gate.set()
        await until(pilot, lambda: "The rain is loud." in glimpsed(pilot))
        await pilot.press("escape")
        await back(pilot)
        assert "The rain is loud." in story_text(pilot)


async def test_an_error_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: RunFile) -> None:
        raise SaveError("The disk [/red] is gone: look for it.")

    async with looking(branched(tmp_path)) as pilot:
        monkeypatch.setattr(RunFile, "tree", fail)
        await pilot.press("d")
        await until(pilot, lambda: "The disk [/red] is gone" in painted(pilot))
        assert lines(pilot) == TREE


async def test_a_run_that_is_only_looked_at_refuses_with_a_sentence(tmp_path: Path) -> None:
    session = branched(tmp_path)
    session.close()
    world, en = inn(), sentences_for("en")
    seen = Session(en, Standing(world, RunFile.look(session.run.file)), Narrator(world, en, None))
    async with looking(seen, (110, 30)) as pilot:
        await pilot.press("b", "x", "enter")
        await until(pilot, lambda: "only looked at" in " ".join(painted(pilot).split()))
        await pilot.press("home", "enter")
        await back(pilot)
        await until(pilot, lambda: "only looked at: open it to play on" in story_text(pilot))
        assert seen.run.current().id == 5


async def test_it_folds_where_the_terminal_is_narrow(tmp_path: Path) -> None:
    async with looking(branched(tmp_path)) as pilot:
        tree, glimpse = branches(pilot), pilot.app.screen.query_one(Glimpse)
        assert tree.region.y == glimpse.region.y
        await resize(pilot, 60, 24)
        assert glimpse.region.y >= tree.region.bottom
        assert tree.region.width == glimpse.region.width == 60
        assert "Esc close" in painted(pilot)


async def test_the_palette_leads_to_it(tmp_path: Path) -> None:
    async with playing(branched(tmp_path)) as pilot:
        (timeline,) = (each for each in play_screen(pilot).commands() if each.title == "Timeline")
        timeline.callback()
        await until(pilot, lambda: isinstance(pilot.app.screen, TimelineScreen))


async def test_leaving_the_program_from_it_in_the_middle_of_a_telling_is_quiet(tmp_path: Path) -> None:
    session = open_inn(tmp_path, ScriptedModel(["You come in.", "Rain. " * 2_000]), way="model")
    async with playing(session) as pilot:
        await pilot.press(*"east", "enter", "f4", "down", "ctrl+q")
    assert pilot.app.return_code == 0
