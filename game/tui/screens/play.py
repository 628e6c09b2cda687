"""The screen on which a run is played: the story, the choices, the line, the panel and the status line.

Knows nothing of rules or of models: it shows what a session yields, and passes on what the player says.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from game.errors import GameError
from game.session.commands.table import COMMANDS
from game.session.history import told_before
from game.session.session import Session
from game.session.turn_events import Rewound
from game.tui.keys import PLAY_KEYS
from game.tui.messages import OlderRead, Tidings, TurnEnded, TurnFailed
from game.tui.newsreader import TURNING, Newsreader
from game.tui.screens.edit import EditScreen
from game.tui.screens.help import HelpScreen
from game.tui.screens.sized import WIDE_COLUMNS, SizedScreen
from game.tui.screens.timeline import TimelineScreen
from game.tui.screens.why import WhyScreen
from game.tui.shown import shown
from game.tui.teller import Teller
from game.tui.told import told_text
from game.tui.widgets.choices import Choices
from game.tui.widgets.command import CommandLine
from game.tui.widgets.story import Story
from game.tui.words import words_in

_OLDER_TURNS = 20
_LOOK_AT_MODEL_S = 0.25
# Commands that the screen has something better for: always in sight, a page of its own, a key, a fuller name.
_OTHERWISE = {"choices", "edit", "help", "quit", "timeline", "wake", "why"}


class PlayScreen(SizedScreen):
    """One session, played until the player leaves; the screen closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", "Stop", id="play.stop"),
        Binding("ctrl+z", "say('/undo')", "Undo", id="play.undo"),
        Binding("ctrl+y", "say('/redo')", "Redo", id="play.redo"),
        Binding("ctrl+r", "say('/retry')", "Retry", id="play.retry"),
        Binding("ctrl+x", "say('/x')", "Take back", id="play.take_back", priority=True),
        Binding("f1", "help", "Help", id="play.help"),
        Binding("f2", "toggle_panel", "Panel", id="play.panel"),
        Binding("f3", "why", "Why", id="play.why"),
        Binding("f4", "timeline", "Timeline", id="play.timeline"),
        Binding("f6", "edit", "Edit", id="play.edit"),
        Binding("ctrl+l", "library", "Library", id="play.library"),
        Binding("pageup", "page(-1)", show=False, id="play.back"),
        Binding("pagedown", "page(1)", show=False, id="play.on"),
        Binding("ctrl+up", "scroll_choices(-1)", show=False, id="play.choices_back"),
        Binding("ctrl+down", "scroll_choices(1)", show=False, id="play.choices_on"),
    ]

    class TellingRead(Message):
        """The telling of the current turn is there to be rewritten."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._words = words_in(session.sentences.language)
        self._teller = Teller(session, self)
        self._news = Newsreader(session, self._words)
        self._below = Static(id="below")
        self._draft = ""  # what the player wrote and is not kept yet

    def widgets(self) -> ComposeResult:
        """Yield the screen's widgets; those that news changes are the newsreader's."""
        yield self._news.title
        with Container(id="middle"):
            yield self._news.panel
            with Vertical(id="column"):
                yield self._news.story
                yield self._below
                yield self._news.choices
                with Horizontal(id="line"):
                    yield Static("›", id="prompt")
                    yield self._news.line
        yield self._news.status

    def on_mount(self) -> None:
        """Begin the session."""
        self._news.line.focus()
        self.watch(self._news.story, "is_more_below", self._say_more_below)
        self._news.look_at_model()
        self.set_interval(_LOOK_AT_MODEL_S, self._news.look_at_model)
        self._teller.start()

    async def on_unmount(self) -> None:
        """Give the session back."""
        await self._teller.close()

    @property
    def is_telling(self) -> bool:
        """Return whether the session is at work on some words."""
        return self._news.is_telling

    def commands(self) -> Iterable[SystemCommand]:
        """Return what the command palette offers here: the commands of the session among them."""
        told = self._session.sentences.help
        for name in COMMANDS:
            if name not in _OTHERWISE:
                yield SystemCommand(name.capitalize(), told[name], partial(self.action_say, f"/{name}"))
        for page in (self.action_timeline, self.action_why, self.action_edit, self.action_help):
            name = page.__name__.removeprefix("action_")
            yield SystemCommand(name.capitalize(), told[name], page)
        yield SystemCommand("Library", "Go to the library; everything is saved already", self.action_library)
        yield SystemCommand("Panel", "Show or hide the panel", self.action_toggle_panel)
        if self._session.narrator.model is not None:
            yield SystemCommand("Wake the model", told["wake"], partial(self.action_say, "/wake"))

    # What the player does.

    def on_command_line_entered(self, message: CommandLine.Entered) -> None:
        """Pass on what the player typed."""
        self._teller.submit(message.words)

    def on_choices_taken(self, message: Choices.Taken) -> None:
        """Pass on a click as the number it stands for."""
        self._teller.submit(str(message.number))

    def on_command_line_turned(self, message: CommandLine.Turned) -> None:
        """Show the turn's earlier or later telling, where there is one; a telling in progress is not stopped for it."""
        if not self.is_telling and self._news.has_telling(message.step):
            self._teller.submit(TURNING[message.step])

    def on_command_line_rated(self, message: CommandLine.Rated) -> None:
        """Keep what the player thinks of the telling, once it is told."""
        if not self.is_telling:
            self._teller.submit(message.sign)

    def action_say(self, words: str) -> None:
        """Say words for the player."""
        self._teller.submit(words)

    def action_stop(self) -> None:
        """Stop the telling; with nothing to stop, clear the line."""
        if self.is_telling:
            self._teller.stop()
        else:
            self._news.line.value = ""

    def action_page(self, pages: int) -> None:
        """Scroll the story, or the panel where it has the story's place."""
        story, panel = self._news.story, self._news.panel
        if story.display:
            story.page(pages)
        else:
            panel.scroll_relative(y=pages * panel.size.height, animate=False)

    def action_scroll_choices(self, lines: int) -> None:
        """Scroll the choices, where there are more than fit."""
        self._news.choices.scroll_relative(y=lines, animate=False)

    def action_toggle_panel(self) -> None:
        """Show the panel, or hide it; on a narrow screen it takes the story's place."""
        self.toggle_class("-panel-turned")

    def action_timeline(self) -> None:
        """Show the tree of turns."""
        self.app.push_screen(TimelineScreen(self._session, self._words, lambda turn: self.action_say(f"/jump @{turn}")))

    def action_why(self) -> None:
        """Show how the turn was told."""
        self.app.push_screen(WhyScreen(self._session, self._words))

    def action_edit(self) -> None:
        """Let the player rewrite the telling that is shown, once it is told."""
        if self._session.run.is_read_only:
            self.notify(self._words.looked_at, markup=False)
        elif self.is_telling:
            self.notify(self._words.edit_later, markup=False)
        else:
            self._read_telling()

    @work(thread=True, exclusive=True, group="edit")
    def _read_telling(self) -> None:
        try:
            self.post_message(self.TellingRead(told_text(self._session)))
        except GameError as error:
            self.post_message(Tidings(TurnFailed(str(error))))

    def on_play_screen_telling_read(self, message: TellingRead) -> None:
        """Show it on a sheet; what was written before and could not be kept comes back."""
        if self.is_current:
            sheet = EditScreen(self._draft or message.text, self._words)
            self.app.push_screen(sheet, partial(self._rewrite, message.text))

    def _rewrite(self, told: str, written: str | None) -> None:
        self._draft = ""
        if written is not None and written != told:
            self._draft = written
            self._teller.submit(f"/edit {written}")

    def action_help(self) -> None:
        """Show the keys and the commands."""
        told, language = self._session.sentences.help, self._session.sentences.language
        keys = PLAY_KEYS.get(language, PLAY_KEYS["en"])
        self.app.push_screen(HelpScreen(self._words, keys, {f"/{name}": told[name] for name in COMMANDS}))

    async def action_library(self) -> None:
        """Go back to the library."""
        await self._teller.close()
        self.dismiss()

    # What the session tells.

    async def on_tidings(self, message: Tidings) -> None:
        """Show what a thread has to tell, unless the player has left meanwhile."""
        if not self.is_attached:
            return
        await self._news.show(message.news)
        if isinstance(message.news, Rewound):
            self._draft = ""
        if isinstance(message.news, TurnEnded):
            self._list_anew()

    def _list_anew(self) -> None:
        """Let a timeline that lies over this screen show what has changed below it."""
        for screen in self.app.screen_stack[-1:]:
            if isinstance(screen, TimelineScreen):
                screen.list_anew()

    @on(Story.OlderWanted)
    @work(thread=True, exclusive=True, group="older")
    def _load_older(self, message: Story.OlderWanted) -> None:
        try:
            told = told_before(self._session.run, message.before, most=_OLDER_TURNS, cleared=self._session.told.cleared)
            self.post_message(Tidings(OlderRead(told, message.place)))
        except GameError as error:
            self.post_message(Tidings(TurnFailed(str(error))))

    def _say_more_below(self, is_more: bool) -> None:  # noqa: FBT001 - Textual calls it so
        self._below.update(shown(self._words.more if is_more else ""))

    def on_resize(self) -> None:
        """Let a panel that was asked for on a narrow screen not be hidden on a wide one."""
        if self.has_class("-wide") != (self.size.width >= WIDE_COLUMNS):
            self.remove_class("-panel-turned")
