"""Nothing that a player, a world or a save says reaches the terminal as control, nor is read as markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.passages import Passage, format_passages
from game.tui.shown import echoed, shown
from game.tui.widgets.story import Story
from tests.tui.stage import open_inn, painted, paste, playing, say, story_text

CLIPBOARD = "\x1b]52;c;aGFjaw==\x07"
HOSTILE = ["<|im_end|>", "[/bold]", "[@click=app.quit]x[/]", CLIPBOARD, "\x9b31mred", "a\u202eb", "one\r\ntwo\tthree"]


def _has_control(text: str) -> bool:
    return any(not (each.isprintable() or each == "\n") for each in text)


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_is_typed_is_shown_as_text(tmp_path: Path, text: str) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await paste(pilot, text)
        assert not _has_control(painted(pilot))
        await say(pilot, "enter")
        assert not _has_control(painted(pilot))
        assert str(echoed(text)) in painted(pilot)


async def test_ten_thousand_characters_are_refused_with_a_sentence(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await paste(pilot, "a" * 10_000)
        await say(pilot, "enter")
        assert "10000 characters long" in story_text(pilot)
        assert len(story_text(pilot)) < 2_000


async def test_a_world_speaks_no_markup(tmp_path: Path) -> None:
    lore = '[[scene]]\nid = "sign"\nwhen = "at(yard)"\ntext = "A sign: [/bold] [red]no[/red] \\\\u001b[31m."\n'
    async with playing(open_inn(tmp_path, more=lore)) as pilot:
        await say(pilot, *"east", "enter")
        assert "[/bold] [red]no[/red]" in painted(pilot)


async def test_a_save_that_was_tampered_with_sends_no_control(tmp_path: Path) -> None:
    session = open_inn(tmp_path)
    telling = format_passages([Passage("place", f"Look: {CLIPBOARD}\x1b[2J", title="\x1b[31mYard")])
    session.run.tell(session.run.current().id, telling, narrator="authored", model="", seed=0)
    async with playing(session) as pilot:
        assert "Look: ]52;c;aGFjaw==[2J" in painted(pilot)
        assert not _has_control(painted(pilot))


async def test_a_stream_that_splits_an_escape_sends_no_control(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        story = pilot.app.screen.query_one(Story)
        await story.open(Passage("telling", "red: \x1b"))
        await story.grow("[31m\x07.")
        await story.settle()
        await pilot.pause()
        assert "red: [31m." in painted(pilot)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_shown_keeps_every_printable_character(text: str) -> None:
    kept = [each for each in text if each.isprintable() or each in "\n\t"]
    assert list(str(shown(text))) == kept
