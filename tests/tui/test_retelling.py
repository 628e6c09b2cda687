"""The tellings of a turn on the play screen: moved among by left and right, rewritten on a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from game.errors import SaveError
from game.session.session import Session
from game.storage.run import RunFile
from game.story.passages import parse_passages
from game.tui.screens.edit import EditScreen, Sheet
from game.tui.screens.play import PlayScreen
from game.tui.widgets.command import CommandLine
from tests.scripted import ScriptedModel
from tests.tui.stage import Acting, at_rest, open_inn, painted, paste, play_screen, playing, say, story_text, until

TOLD = ["You come in.", "A clock ticks.", "Rain taps.", "A dog sighs."]


@pytest.fixture
def gate() -> Event:
    """Return an open gate for the model's words."""
    gate = Event()
    gate.set()
    return gate


@pytest.fixture
def session(tmp_path: Path, gate: Event) -> Iterator[Session]:
    """Yield a session that has told a turn of waiting in three ways."""
    session = open_inn(tmp_path, ScriptedModel(TOLD, gate=gate), way="model")
    for events in (session.begin(), session.submit("wait"), session.submit("/retry"), session.submit("/retry")):
        for _ in events:
            pass
    yield session
    session.close()


def chosen(session: Session) -> int:
    """Return the number of the telling that history uses."""
    telling = session.run.chosen_telling(session.run.current().id)
    return telling.alternative if telling else 0


async def open_sheet(pilot: Acting) -> Sheet:
    """Open the sheet, and return it."""
    await pilot.press("f6")
    await until(pilot, lambda: isinstance(pilot.app.screen, EditScreen))
    await pilot.pause()
    return pilot.app.screen.query_one(Sheet)


async def keep(pilot: Acting, text: str) -> None:
    """Have a text on the sheet and keep it."""
    (await open_sheet(pilot)).text = text
    await pilot.press("ctrl+s")
    await until(pilot, lambda: isinstance(pilot.app.screen, PlayScreen))
    await pilot.pause(0.05)
    await at_rest(pilot)


async def test_left_and_right_move_among_the_tellings(session: Session) -> None:
    async with playing(session) as pilot:
        assert "turn 1  ·  ← telling 3/3 →" in painted(pilot)
        for key, text, number in [("left", TOLD[2], 2), ("left", TOLD[1], 1), ("right", TOLD[2], 2)]:
            await say(pilot, key)
            await until(pilot, lambda text=text: story_text(pilot).endswith(f"> wait\n{text}"))  # type: ignore[misc]
            assert f"← telling {number}/3 →" in painted(pilot)
            assert chosen(session) == number


async def test_nothing_happens_beyond_the_first_and_the_last(session: Session) -> None:
    async with playing(session) as pilot:
        before = story_text(pilot)
        await say(pilot, "right")
        assert story_text(pilot) == before
        await say(pilot, "left")
        await say(pilot, "left")
        await say(pilot, "left")
        assert story_text(pilot).endswith(f"> wait\n{TOLD[1]}")


@pytest.mark.parametrize(("key", "mark", "kept"), [("+", "+", 1), ("-", "−", -1)])
async def test_a_sign_rates_the_telling_at_once(session: Session, key: str, mark: str, kept: int) -> None:
    async with playing(session) as pilot:
        await say(pilot, key)
        await until(pilot, lambda: [each.rating for each in session.run.tellings(2)] == [0, 0, kept])
        await until(pilot, lambda: f"← telling 3/3 →  ·  {mark}  ·" in painted(pilot))
        await say(pilot, "left")
        await until(pilot, lambda: "← telling 2/3 →" in painted(pilot))
        assert f"·  {mark}  ·" not in painted(pilot)


async def test_a_sign_within_words_is_typed(session: Session) -> None:
    async with playing(session) as pilot:
        await pilot.press("g", "+", "-")
        assert pilot.app.screen.query_one(CommandLine).value == "g+-"


async def test_with_words_on_the_line_left_and_right_move_in_them(session: Session) -> None:
    async with playing(session) as pilot:
        await pilot.press(*"go", "left", "x", "right", "y")
        assert pilot.app.screen.query_one(CommandLine).value == "gxoy"
        assert chosen(session) == 3


async def test_a_turn_told_once_has_no_mark(session: Session) -> None:
    async with playing(session) as pilot:
        await say(pilot, "ctrl+z")
        assert "telling" not in painted(pilot).splitlines()[-1]
        await say(pilot, "left")
        assert "You come in." in story_text(pilot)


async def test_a_retelling_is_counted_when_it_is_told(session: Session) -> None:
    async with playing(session) as pilot:
        assert isinstance(session.narrator.model, ScriptedModel)
        session.narrator.model.replies.append("And on.")
        await say(pilot, "ctrl+r")
        await until(pilot, lambda: "← telling 4/4 →" in painted(pilot))


async def test_a_telling_in_progress_is_not_stopped_by_left(session: Session, gate: Event) -> None:
    async with playing(session) as pilot:
        assert isinstance(session.narrator.model, ScriptedModel)
        session.narrator.model.replies.append("And on.")
        gate.clear()
        await pilot.press("ctrl+r")
        await until(pilot, lambda: play_screen(pilot).is_telling)
        await pilot.press("left")
        gate.set()
        await until(pilot, lambda: "And on." in story_text(pilot))


async def test_typed_beyond_the_last_is_answered(session: Session) -> None:
    async with playing(session) as pilot:
        await say(pilot, *"/later", "enter")
        await until(pilot, lambda: "no other that way" in story_text(pilot))


async def test_the_sheet_has_what_is_told_with_who_speaks(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path)) as pilot:
        await say(pilot, *"give lamp to anna", "enter")
        await say(pilot, "ctrl+z")
        await say(pilot, *"talk to anna", "enter")
        assert (await open_sheet(pilot)).text == "Anna: “We are full.”"


async def test_a_telling_is_rewritten_and_marked_as_the_players(session: Session) -> None:
    async with playing(session) as pilot:
        sheet = await open_sheet(pilot)
        assert sheet.text == TOLD[3]
        await pilot.press("enter", "enter", *"It rains.", "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, PlayScreen) and "✎ in your words" in painted(pilot))
        assert "> wait\n✎ in your words\nA dog sighs.\nIt rains." in story_text(pilot)
        assert "← telling 4/4 →" in painted(pilot)


async def test_paragraphs_and_lines_survive(session: Session) -> None:
    async with playing(session) as pilot:
        await keep(pilot, "One,\nand on.\n  \nTwo [/red].\n\n\nThree.")
        telling = session.run.chosen_telling(session.run.current().id)
        assert telling is not None
        assert [each.text for each in parse_passages(telling.text)] == ["One, and on.", "Two [/red].", "Three."]
        assert "Two [/red]." in painted(pilot)


async def test_the_players_mark_stays_when_the_turn_is_past(session: Session) -> None:
    async with playing(session) as pilot:
        await keep(pilot, "Mine.")
        await say(pilot, "left")
        assert "✎" not in story_text(pilot)
        await say(pilot, "right")
        await say(pilot, *"/look", "enter")
        assert "✎ in your words\nMine." in story_text(pilot)


@pytest.mark.parametrize("key", ["escape", "ctrl+s"])
async def test_a_sheet_left_or_kept_unchanged_changes_nothing(session: Session, key: str) -> None:
    async with playing(session) as pilot:
        await open_sheet(pilot)
        await pilot.press(*(["x"] if key == "escape" else []), key)
        await until(pilot, lambda: isinstance(pilot.app.screen, PlayScreen))
        await at_rest(pilot)
        assert len(session.run.tellings(2)) == 3


async def test_what_is_pasted_on_the_sheet_is_plain_text(session: Session) -> None:
    async with playing(session) as pilot:
        sheet = await open_sheet(pilot)
        await paste(pilot, "\x1b]52;c;aGFjaw==\x07 one\r\rtwo\u202e")
        await pilot.press("!")
        assert sheet.text == f"{TOLD[3]}]52;c;aGFjaw== one\n\ntwo!"
        assert all(each.isprintable() or each == "\n" for each in painted(pilot))


async def test_what_could_not_be_kept_is_on_the_sheet_again(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: RunFile, *_: object, **__: object) -> None:
        raise SaveError("The disk is full: make room.")

    async with playing(session) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(RunFile, "tell", fail)
            await keep(pilot, "All my own words.")
            assert "The disk is full: make room." in story_text(pilot)
        assert (await open_sheet(pilot)).text == "All my own words."
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, PlayScreen) and "✎" in painted(pilot))
        assert (await open_sheet(pilot)).text == "All my own words."


async def test_too_long_a_text_is_answered_and_not_lost(session: Session) -> None:
    async with playing(session) as pilot:
        await keep(pilot, "word " * 2_000)
        assert "at most 8000 characters" in story_text(pilot)
        assert (await open_sheet(pilot)).text.startswith("word word")


async def test_a_turn_that_is_being_told_is_not_rewritten_yet(session: Session, gate: Event) -> None:
    async with playing(session) as pilot:
        gate.clear()
        await pilot.press("ctrl+r")
        await until(pilot, lambda: play_screen(pilot).is_telling)
        await pilot.press("f6")
        await until(pilot, lambda: "still being told" in " ".join(painted(pilot).split()))
        assert isinstance(pilot.app.screen, PlayScreen)


async def test_the_timeline_says_which_telling_it_shows_and_whose(session: Session) -> None:
    async with playing(session) as pilot:
        await keep(pilot, "Mine.")
        await pilot.press("f4")
        await until(pilot, lambda: "telling 4 of 4" in painted(pilot) and "✎ in your words" in painted(pilot))
        await pilot.press("escape")
        await say(pilot, "left")
        await pilot.press("f4")
        await until(pilot, lambda: "telling 3 of 4" in painted(pilot) and "A dog sighs." in painted(pilot))


async def test_the_palette_leads_to_the_sheet(session: Session) -> None:
    async with playing(session) as pilot:
        (edit,) = (each for each in play_screen(pilot).commands() if each.title == "Edit")
        edit.callback()
        await until(pilot, lambda: isinstance(pilot.app.screen, EditScreen))
