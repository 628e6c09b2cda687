"""Words as they come on the screen, beside raw llama.cpp writing as many; and how often a telling is repainted.

The screen is the game's own, with no terminal behind it: what would be written to one is made all the same.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual._compositor import CompositorUpdate
from textual.screen import Screen

from game.llm.cores import usable_cores
from game.session.session import Session
from game.story.model import Done
from game.story.prose import spelled_words
from game.tui.app import LoreloomApp
from game.tui.home import Home, WorldCard
from game.tui.screens.play import PlayScreen
from game.tui.widgets.block import Paragraph
from game.tui.widgets.story import Story
from tests.bench.beside import RawLoop, raw_loop
from tests.bench.figures import Figure, at_least, within
from tests.bench.narrating.playing import Ahead, begun
from tests.bench.narrating.recorder import Recorder
from tests.bench.narrating.stage import Stage

_SIZE = (120, 40)
_WORDS = ("look", "wait")
# Every look takes a processor from the model for a moment: a fiftieth of a second cost a tenth of its speed.
_LOOK_S = 0.25
_GOALS = {True: 0.97, False: 0.85}
_MOST_REPAINTS = 20


@dataclass(frozen=True, slots=True)
class Painting:
    """A moment at which the screen was painted, and what was on it of the newest telling."""

    at: float
    text: str


class PaintedApp(LoreloomApp):
    """The game's app, which remembers its paintings."""

    CSS_PATH = str(Path(sys.modules[LoreloomApp.__module__].__file__ or "").with_name("app.tcss"))

    def __init__(self, home: Home, *, start: Session) -> None:
        super().__init__(home, start=start)
        self.paintings: list[Painting] = []

    @property
    def is_telling(self) -> bool:
        """Return whether the play screen is not there yet, or shows a turn that is being told."""
        return not isinstance(self.screen, PlayScreen) or self.screen.is_telling

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        super()._display(screen, renderable)
        if isinstance(renderable, CompositorUpdate):
            renderable.render_segments(self.console)
            self.paintings.append(Painting(time.perf_counter(), self._told()))

    def _told(self) -> str:
        """Return the newest telling on the screen; only the newest block is searched, for the search takes time too."""
        blocks = self.screen.query_one(Story).children
        told = [each for each in blocks[-1].query(Paragraph) if each.has_class("-telling")] if blocks else []
        return str(told[-1].content) if told else ""


@dataclass(frozen=True, slots=True)
class Streamed:
    """One telling: words a second on the screen and by the raw loop, and the most repaints of it within a second."""

    shown: float
    bare: float
    repaints: int


def measure_streaming(stage: Stage) -> list[Figure]:
    """Return the words a second from the first to the last that is shown, and the repaints a second."""
    starts = [_started(stage, f"streamed-{start}") for start in range(stage.extent.starts)]
    ours = statistics.fmean(statistics.median(one.shown for one in streamed) for streamed in starts)
    theirs = statistics.fmean(statistics.median(one.bare for one in streamed) for streamed in starts)
    goal = _GOALS[usable_cores() >= 4]
    busiest = max(one.repaints for streamed in starts for one in streamed)
    return [
        at_least("words while the screen streams", ours, "words/s", against=theirs, goal=goal),
        within("repaints of a telling in its busiest second", busiest, "a second", goal=_MOST_REPAINTS),
    ]


def _started(stage: Stage, run: str) -> list[Streamed]:
    """Return tellings of a run by programs that were started just now."""
    with stage.host() as host, raw_loop(stage) as raw:
        model = Recorder(host)
        session = begun(stage, model, run, Ahead())
        return asyncio.run(_streamed(session, model, raw, stage.extent.streamed))


async def _streamed(session: Session, model: Recorder, raw: RawLoop, times: int) -> list[Streamed]:
    app = PaintedApp(_home(session), start=session)
    streamed: list[Streamed] = []
    async with app.run_test(size=_SIZE) as pilot:
        await _until(lambda: not app.is_telling)
        while len(streamed) < times:
            await _until(session.resting.done)
            app.paintings.clear()
            begun = len(model.asked)
            await pilot.press(*_WORDS[len(streamed) % len(_WORDS)], "enter")
            await _until(lambda: app.is_telling)
            await _until(lambda: not app.is_telling)
            await pilot.pause()
            asked, *again = [each for each in model.asked[begun:] if each.is_telling]
            # Not one that was told again, or that was there all at once.
            if asked.done is not None and not again and len(_grown(app.paintings)) > 1:
                await _until(session.resting.done)
                bare = await asyncio.to_thread(raw.measure, asked.request, asked.done)
                streamed.append(_compared(app.paintings, asked.done, bare["tokens_a_second"]))
    return streamed


def _compared(paintings: Sequence[Painting], done: Done, tokens_a_second: float) -> Streamed:
    """Return a telling's speeds, from the first painting with words of it to the first with all of them."""
    whole = paintings[-1].text
    grown = _grown(paintings)
    first, last = grown[0], next(each for each in grown if each.text == whole)
    words = len(spelled_words(whole))
    shown = (words - len(spelled_words(first.text))) / (last.at - first.at)
    repaints = max(sum(0 <= other.at - each.at < 1 for other in grown) for each in grown)
    return Streamed(shown, tokens_a_second * words / done.written_tokens, repaints)


def _grown(paintings: Sequence[Painting]) -> list[Painting]:
    """Return the paintings with more of the telling than the one before; the first ones show none of it yet."""
    later = zip(paintings[1:], paintings, strict=False)
    return [each for each, before in later if each.text and each.text != before.text]


async def _until(holds: Callable[[], bool]) -> None:
    while not holds():  # noqa: ASYNC110 - a screen at rest tells nobody of it
        await asyncio.sleep(_LOOK_S)


def _home(session: Session) -> Home:
    return Home(worlds=lambda: (WorldCard.of(session.world),), runs=tuple, open=lambda _world, _run: session)
