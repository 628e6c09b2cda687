"""A telling in progress on the screen: it streams, is stopped, is talked over, and never holds up leaving."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from game.story.model import ModelStatus, Phase, Reply, Request
from game.tui.widgets.status import StatusLine
from tests.scripted import ScriptedModel
from tests.tui.stage import Acting, at_rest, open_inn, painted, play_screen, playing, say, story_text, until

RAIN = "Rain falls on the yard and runs to the drain."


async def _begin_telling(pilot: Acting, model: ScriptedModel, gate: Event) -> None:
    """Go out into the yard, and wait for the first word of it."""
    gate.clear()
    await pilot.press(*"east", "enter")
    await until(pilot, lambda: play_screen(pilot).is_telling and "> east" in story_text(pilot))


def _open_gate() -> Event:
    gate = Event()
    gate.set()
    return gate


async def test_a_telling_streams_into_one_paragraph(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path, ScriptedModel(["You come in.", RAIN]), way="model")) as pilot:
        await say(pilot, *"east", "enter")
        assert RAIN in story_text(pilot).splitlines()


async def test_escape_stops_the_telling_and_the_turn_stays(tmp_path: Path) -> None:
    gate = _open_gate()
    model = ScriptedModel(["You come in.", RAIN], gate=gate)
    async with playing(open_inn(tmp_path, model, way="model")) as pilot:
        await _begin_telling(pilot, model, gate)
        await say(pilot, "escape")
        assert RAIN not in story_text(pilot)
        assert "turn 1" in painted(pilot)


async def test_the_choices_of_a_turn_can_be_taken_before_it_is_told(tmp_path: Path) -> None:
    gate = _open_gate()
    model = ScriptedModel(["You come in.", RAIN], gate=gate)
    async with playing(open_inn(tmp_path, model, way="model")) as pilot:
        await _begin_telling(pilot, model, gate)
        await until(pilot, lambda: "Go west: the hall" in painted(pilot))


async def test_a_telling_of_which_nothing_is_shown_yet_has_a_quiet_mark(tmp_path: Path) -> None:
    gate = _open_gate()
    model = ScriptedModel(["You come in.", RAIN], gate=gate)
    async with playing(open_inn(tmp_path, model, way="model")) as pilot:
        await _begin_telling(pilot, model, gate)
        await until(pilot, lambda: story_text(pilot).endswith("> east\n…"))
        gate.set()
        await until(pilot, lambda: RAIN in story_text(pilot))
        assert "…" not in story_text(pilot)


async def test_a_telling_that_is_stopped_before_its_first_word_leaves_no_mark(tmp_path: Path) -> None:
    gate = _open_gate()
    model = ScriptedModel(["You come in.", RAIN], gate=gate)
    async with playing(open_inn(tmp_path, model, way="model")) as pilot:
        await _begin_telling(pilot, model, gate)
        await until(pilot, lambda: "…" in story_text(pilot))
        await say(pilot, "escape")
        await until(pilot, lambda: "…" not in story_text(pilot))


async def test_a_retelling_that_reads_the_same_says_so(tmp_path: Path) -> None:
    long = "The hall is cold. " * 60
    model = ScriptedModel([long, long])
    async with playing(open_inn(tmp_path, model, way="model"), (60, 20)) as pilot:
        await say(pilot, "ctrl+r")
        await until(pilot, lambda: "It comes out the same another time" in painted(pilot))
        assert story_text(pilot).count("The hall is cold.") == 60


async def test_words_during_a_telling_stop_it_and_are_said_next(tmp_path: Path) -> None:
    gate = _open_gate()
    model = ScriptedModel(["You come in.", RAIN, "The hall is warm."], gate=gate)
    async with playing(open_inn(tmp_path, model, way="model")) as pilot:
        await _begin_telling(pilot, model, gate)
        await pilot.press(*"west", "enter")
        await until(pilot, lambda: "> west" in story_text(pilot))
        gate.set()
        await at_rest(pilot)
        assert RAIN not in story_text(pilot)
        assert "The hall is warm." in story_text(pilot)


async def test_leaving_in_the_middle_of_a_telling_is_quiet(tmp_path: Path) -> None:
    session = open_inn(tmp_path, ScriptedModel(["You come in.", RAIN * 200]), way="model")
    async with playing(session) as pilot:
        await pilot.press(*"east", "enter")
        pilot.app.exit()
    assert pilot.app.return_code == 0


class StuckModel(ScriptedModel):
    """Stops for nobody, until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.is_asked = Event()
        self.let_go = Event()

    def reply(self, request: Request, stop: Event | None = None, due: Event | None = None) -> Iterator[Reply]:
        """Wait, as a model in a native call that never returns."""
        self.is_asked.set()
        self.let_go.wait(60)
        yield from ()


async def test_a_model_that_is_stuck_does_not_hold_up_leaving(tmp_path: Path) -> None:
    model = StuckModel()
    model.status = ModelStatus("loading")
    async with playing(open_inn(tmp_path, model, way="model")) as pilot:
        model.status = ModelStatus("ready")
        await pilot.press(*"east", "enter")
        await until(pilot, model.is_asked.is_set)
    assert not model.let_go.is_set()
    model.let_go.set()


async def test_the_status_line_follows_a_model_that_loads(tmp_path: Path) -> None:
    model = ScriptedModel(phase="loading")
    async with playing(open_inn(tmp_path, model)) as pilot:
        model.status = ModelStatus("loading", 0.43)
        await until(pilot, lambda: "model loading 43%" in painted(pilot))
        model.status = ModelStatus("ready")
        await until(pilot, lambda: "told by the model  ·  scripted-1.5B" in painted(pilot))


@pytest.mark.parametrize("phase", ["lost", "resting"])
async def test_the_status_line_says_how_to_wake_a_model_that_was_given_up(tmp_path: Path, phase: Phase) -> None:
    async with playing(open_inn(tmp_path, ScriptedModel(phase=phase)), (60, 20)) as pilot:
        assert "model given up · /wake" in painted(pilot)


async def test_the_status_line_has_the_figures_of_the_last_telling(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path, ScriptedModel(["You come in.", RAIN]), way="model"), (120, 34)) as pilot:
        await say(pilot, *"east", "enter")
        assert "first word 0.5 s  ·  10 words/s  ·  80% reused" in painted(pilot)


async def test_where_not_all_fits_the_way_to_the_help_stays_longer_than_figures(tmp_path: Path) -> None:
    async with playing(open_inn(tmp_path, ScriptedModel(["You come in.", RAIN]), way="model"), (60, 20)) as pilot:
        await say(pilot, *"east", "enter")
        line = painted(pilot).splitlines()[-1]
        assert ("F1 help" in line, "first word" in line) == (True, False)


async def test_the_line_says_how_to_stop_while_something_is_told(tmp_path: Path) -> None:
    gate = _open_gate()
    model = ScriptedModel(["You come in.", RAIN], gate=gate)
    async with playing(open_inn(tmp_path, model, way="model")) as pilot:
        await _begin_telling(pilot, model, gate)
        assert pilot.app.screen.query_one(StatusLine).standing.is_telling
        assert "telling… Esc stops" in painted(pilot)
