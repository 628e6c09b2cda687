"""The story's window on a long run: bounded, and older turns a scroll away."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Region
from textual.widgets import Static

from game.session.history import ToldTurn
from game.session.session import Session
from game.story.passages import Passage
from game.tui.shown import shown
from game.tui.widgets.block import ROOM, Block, Paragraph
from game.tui.widgets.story import MOST_BLOCKS, Gap, Story
from tests.tui.stage import Acting, branched, open_inn, playing, resize, say, story_text, type_in, until

FLOOD = '[[scene]]\nid = "flood"\nwhen = "at(yard)"\ntext = "' + "It rains. " * 300 + '"\n'


def _walked(saves: Path, turns: int) -> Session:
    """Return a session that has gone in and out of the hall so often."""
    session = open_inn(saves)
    for words in ("pay her", *("east", "west") * (turns // 2)):
        for _ in session.submit(words):
            pass
    return session


def _numbers(pilot: Acting) -> list[int | None]:
    return [block.number for block in pilot.app.screen.query_one(Story).query(Block)]


async def test_no_more_than_fifty_blocks_are_kept(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        story = pilot.app.screen.query_one(Story)
        for number in range(3 * MOST_BLOCKS):
            await story.echo(f"words {number}")
            await story.answer("An answer.")
        await pilot.pause()
        assert len(_numbers(pilot)) == MOST_BLOCKS


async def test_a_telling_that_grows_has_room_below_it_until_it_is_told(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        story = pilot.app.screen.query_one(Story)
        await story.open(Passage("telling", "It rains."))
        telling = story.query(Paragraph).last()
        await story.grow(" It rains." * 120)
        await until(pilot, lambda: telling.size.height > pilot.app.size.height // ROOM)
        lines = len(shown("It rains." + " It rains." * 120).wrap(telling.size.width))
        assert telling.size.height == lines + pilot.app.size.height // ROOM
        await story.settle()
        await until(pilot, lambda: telling.size.height == lines)


async def test_words_that_come_after_the_screen_grew_wider_are_painted(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await resize(pilot, 60, 40)
        story = pilot.app.screen.query_one(Story)
        await story.open(Passage("telling", "It rains."))
        telling = story.query(Paragraph).last()
        await story.grow(" It rains." * 30)
        await until(pilot, lambda: "".join(painted(telling)).count("rains") == 31)
        await resize(pilot, 160, 40)
        await story.grow(" The bell rings.")
        await until(pilot, lambda: "The bell rings." in " ".join(painted(telling)))


async def test_of_a_telling_that_grows_only_the_lines_that_changed_are_painted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await resize(pilot, 60, 40)
        story = pilot.app.screen.query_one(Story)
        await story.open(Passage("telling", "It rains."))
        telling = story.query(Paragraph).last()
        await story.grow(" It rains." * 18)
        await until(pilot, lambda: "".join(painted(telling)).count("rains") == 19)
        lines, asked = len(shown("It rains." + " It rains." * 18).wrap(telling.size.width)), list[tuple[Region, ...]]()
        monkeypatch.setattr(Static, "refresh", lambda _, *regions, **__: asked.append(regions))
        await story.grow(" Hm.")
        await until(pilot, lambda: bool(asked))
        assert asked[0] == (Region(0, lines - 1, telling.size.width, telling.size.height - lines + 1),)


def painted(widget: Paragraph) -> list[str]:
    """Return the lines of a widget as they are on the screen."""
    return [strip.text.strip() for strip in widget.render_lines(widget.size.region)]


async def test_room_that_is_kept_free_is_nothing_more_to_read(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        story = pilot.app.screen.query_one(Story)
        await story.echo("wait")
        await story.open(Passage("telling", "It rains."))
        story.query(Paragraph).last().keep_room(story.size.height)
        await until(pilot, lambda: story.max_scroll_y - story.scroll_y > 1)
        await pilot.pause()
        assert not story.is_more_below
        await story.grow(" It rains." * 400)
        await until(pilot, lambda: story.is_more_below)


async def test_what_is_told_does_not_move_when_its_telling_ends_but_when_the_player_goes_on(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        story = pilot.app.screen.query_one(Story)
        await story.echo("wait")
        await story.open(Passage("telling", "It rains."))
        block = story.query(Block).last()
        await until(pilot, lambda: block.size.height > 4)
        height = block.size.height
        await story.settle()
        await pilot.pause()
        assert block.size.height == height
        await story.echo("look")
        await until(pilot, lambda: block.size.height < height)


async def _read_back(pilot: Acting) -> None:
    """Page up until older turns have come."""
    story, before = pilot.app.screen.query_one(Story), len(_numbers(pilot))
    while len(_numbers(pilot)) == before and not story.query(Gap):
        await pilot.press("pageup")
        await pilot.pause()


async def test_older_turns_come_when_the_player_scrolls_to_the_top(tmp_path: Path) -> None:
    async with playing(_walked(tmp_path, 60)) as pilot:
        await until(pilot, lambda: _numbers(pilot) == list(range(41, 62)))
        await _read_back(pilot)
        assert _numbers(pilot) == list(range(21, 62))


async def test_older_turns_leave_what_is_in_sight_where_it_was(tmp_path: Path) -> None:
    async with playing(_walked(tmp_path, 60)) as pilot:
        await until(pilot, lambda: len(_numbers(pilot)) == 21)
        story = pilot.app.screen.query_one(Story)
        top = story.virtual_size.height
        await _read_back(pilot)
        await until(pilot, lambda: story.scroll_y == story.virtual_size.height - top)


async def test_far_back_the_turns_between_are_let_go_and_playing_on_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.tui.widgets.story.MOST_BLOCKS", 15)
    async with playing(_walked(tmp_path, 60)) as pilot:
        story = pilot.app.screen.query_one(Story)
        await until(pilot, lambda: len(_numbers(pilot)) == 21)
        await _read_back(pilot)
        await until(pilot, lambda: len(_numbers(pilot)) <= 30 and bool(story.query(Gap)))
        assert _numbers(pilot)[-1] == 61
        await type_in(pilot, "east")
        await until(pilot, lambda: not story.query(Gap) and _numbers(pilot)[-1] == 62)


async def test_a_long_telling_stays_at_its_beginning_and_says_there_is_more(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path, more=FLOOD), (60, 20)) as pilot:
        await type_in(pilot, "east")
        story = pilot.app.screen.query_one(Story)
        await until(pilot, lambda: story.is_more_below)
        assert story.scroll_y == story.query(Block).last().virtual_region.y
        await say(pilot, *["pagedown"] * 12)
        assert not story.is_more_below


async def test_the_newest_turn_stays_in_sight_however_the_terminal_changes(tmp_path: Path) -> None:
    async with playing(_walked(tmp_path, 20)) as pilot:
        story = pilot.app.screen.query_one(Story)
        for unseen, seen in [((50, 15), (60, 20)), ((20, 4), (100, 30))]:
            await resize(pilot, *unseen)
            await resize(pilot, *seen)
            assert story.scroll_y == story.max_scroll_y
            assert not story.is_more_below


async def test_a_terminal_grown_until_the_newest_is_in_sight_keeps_it_in_sight(tmp_path: Path) -> None:
    async with playing(_walked(tmp_path, 20), (60, 20)) as pilot:
        story = pilot.app.screen.query_one(Story)
        await say(pilot, "pageup")
        assert story.is_more_below
        await resize(pilot, 200, 60)
        await resize(pilot, 60, 20)
        assert story.scroll_y == story.max_scroll_y
        assert not story.is_more_below


async def test_a_long_turn_half_read_is_half_read_on_a_narrower_screen(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path, more=FLOOD), (110, 30)) as pilot:
        await type_in(pilot, "east")
        await say(pilot, "pagedown")
        story, block = pilot.app.screen.query_one(Story), pilot.app.screen.query(Block).last()
        read = (story.scroll_y - block.virtual_region.y) / block.virtual_region.height
        assert 0 < read < 1
        await resize(pilot, 60, 20)
        assert story.scroll_y == pytest.approx(block.virtual_region.y + read * block.virtual_region.height, abs=1)
        assert story.is_more_below


async def test_a_jump_leaves_nothing_of_another_branch_in_sight(tmp_path: Path) -> None:
    async with playing(branched(tmp_path)) as pilot:
        await type_in(pilot, "/jump #4")
        await until(pilot, lambda: _numbers(pilot) == [0, 1, 2, 3])
        assert "Rain." not in story_text(pilot)
        assert "Anna hangs the lamp on its hook." in story_text(pilot)


async def test_a_jump_back_along_the_path_shows_the_turns_before_it(tmp_path: Path) -> None:
    async with playing(_walked(tmp_path, 20)) as pilot:
        await type_in(pilot, "/jump 3")
        await until(pilot, lambda: _numbers(pilot) == [0, 1, 2, 3])


async def test_older_turns_of_the_place_that_was_left_come_too_late(tmp_path: Path) -> None:
    async with playing(_walked(tmp_path, 60)) as pilot:
        story = pilot.app.screen.query_one(Story)
        await until(pilot, lambda: len(_numbers(pilot)) == 21)
        await story.move(41, "elsewhere")
        await story.put_before((ToldTurn(40, "long ago", ()),), place=0)
        assert _numbers(pilot) == [41]
