"""The session's news on the screen's widgets: which piece of it changes which of them.

Knows nothing of threads, nor of how the widgets are laid out.
"""

from __future__ import annotations

from time import monotonic

from textual.widgets import Static

from game.session.session import Session
from game.session.turn_events import Answered, Committed, Left, Offered, Reread, Rewound, Told, TurnEvent
from game.story.passages import Grew, Opened
from game.tui.figures import figures_of
from game.tui.messages import (
    MomentChanged,
    News,
    OlderRead,
    TellerBroke,
    TellingChosen,
    TurnBegan,
    TurnEnded,
    TurnFailed,
)
from game.tui.shown import shown
from game.tui.widgets.block import Cast
from game.tui.widgets.choices import Choices
from game.tui.widgets.command import CommandLine
from game.tui.widgets.panel import Panel
from game.tui.widgets.status import StatusLine
from game.tui.widgets.story import Story
from game.tui.words import Words

# A telling this long may have sent the player elsewhere: the bell calls them back.
_LONG_TELLING_S = 10.0
_MEGABYTE = 10**6

TURNING = {-1: "/earlier", 1: "/later"}
"""What moves among a turn's tellings, by the step; the mark in the status line answers it."""


class Newsreader:
    """Has the widgets that a session's news changes, and shows it on them, one piece after the other."""

    def __init__(self, session: Session, words: Words) -> None:
        self.title = Static(shown(session.world.title), id="title")
        self.story = Story(Cast(session, words), gap=words.gap)
        self.choices = Choices()
        self.line = CommandLine(words.ask_freely)
        self.panel = Panel(words)
        self.status = StatusLine(words)
        self.is_telling = False
        self._session = session
        self._words = words
        self._began_at = 0.0
        self._by_model = ""
        self._moment: MomentChanged | None = None
        self._is_turning = self._is_turned = False

    async def show(self, news: News) -> None:
        """Show a piece of news. Raises the error that ended the teller."""
        match news:
            case TurnBegan(words):
                await self._begin_turn(words)
            case MomentChanged():
                await self._show_moment(news)
            case TellingChosen(number, count, rating):
                self.status.change(telling=number, tellings=count, rating=rating)
            case TurnFailed(sentence):
                await self.story.answer(sentence)
            case TurnEnded():
                await self._end_turn()
            case OlderRead(told, place):
                await self.story.put_before(told, place=place)
            case TellerBroke(error):
                raise error
            case _:
                await self._show_event(news)

    async def _show_event(self, event: TurnEvent) -> None:
        match event:
            case Committed(number, words):
                await self.story.commit(number, words)
                self.story.expect()
            case Rewound(number):
                await self._rewind(number)
            case Opened() | Grew():
                await self._tell(event)
            case Told(way, replies):
                self.status.change(way=way, figures=figures_of(replies, self._by_model))
            case Answered(text) | Reread(text):
                await self._answer(text)
            case Offered(choices):
                await self._offer(choices)
            case Left():
                self.story.app.exit()

    async def _answer(self, text: str) -> None:
        if not self._is_turned:
            await self.story.answer(text)

    async def _rewind(self, number: int) -> None:
        self._is_turned = self._is_turning
        moment = self._moment
        if moment and moment.is_elsewhere:
            await self.story.move(number, moment.words)
        else:
            await self.story.rewind(number, moment.words if moment else "")
        self.story.expect()

    async def _tell(self, piece: Opened | Grew) -> None:
        if isinstance(piece, Grew):
            self._by_model += piece.text
            await self.story.grow(piece.text)
            return
        if piece.passage.source == "model":
            self._by_model += f" {piece.passage.text}"
        await self.story.open(piece.passage)

    async def _begin_turn(self, words: str | None) -> None:
        self.is_telling, self._began_at, self._by_model = True, monotonic(), ""
        self._is_turning, self._is_turned = words in TURNING.values(), False
        if words is not None and not self._is_turning:
            await self.story.echo(self._session.safety.heard(words))
        self.status.change(is_telling=True, way=self._session.narrator.way)

    async def _show_moment(self, moment: MomentChanged) -> None:
        """Show where the player stands: before it is told, so that they need not wait to go on."""
        self._moment = moment
        self.title.update(shown(moment.view.title))
        self.panel.show(moment.view)
        is_looked_at, is_author = self._session.run.is_read_only, self._session.is_author
        self.status.change(turn=moment.view.turn, is_looked_at=is_looked_at, is_author=is_author)
        await self._offer(moment.choices)

    async def _end_turn(self) -> None:
        self.is_telling = False
        await self.story.settle()
        self.status.change(is_telling=False, withheld=self._session.safety.withheld.total())
        if monotonic() - self._began_at > _LONG_TELLING_S:
            self.story.app.bell()

    async def _offer(self, choices: tuple[str, ...]) -> None:
        if self._moment is not None and self._moment.view.ending:
            await self.choices.say(self._words.ended)
        else:
            await self.choices.offer(choices)
        self.line.choices = len(choices)
        self.line.placeholder = self._asked(len(choices))

    def _asked(self, choices: int) -> str:
        if self._session.run.is_read_only:
            return self._words.looked_at
        if self._moment and self._moment.view.talking and choices:
            return self._words.ask_in_talk.format(choices, self._moment.view.talking)
        return self._words.ask.format(choices) if choices else self._words.ask_freely

    def has_telling(self, step: int) -> bool:
        """Return whether the turn has another telling so many steps from the one that is shown."""
        return 1 <= self.status.standing.telling + step <= self.status.standing.tellings

    def look_at_model(self) -> None:
        """Show where the model stands."""
        model, way = self._session.narrator.model, self._session.narrator.way
        if model is None:
            return
        info, status = model.info, model.status
        placement = info.placement if info else None
        self.status.change(
            status=status,
            model=info.name if info else "",
            placement=placement,
            lowered=info.window if info and placement and placement.note else 0,
            megabytes=round(status.memory / _MEGABYTE),
            way=self.status.standing.way if self.is_telling else way,
        )
