"""The library: runs to go on with, worlds to begin, and what there is to know of the one under the cursor.

Knows nothing of where worlds and runs are kept: Home does.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from game.errors import GameError
from game.session.session import Session
from game.tui.entries import Entry, run_entries, world_entries
from game.tui.home import Home
from game.tui.keys import LIBRARY_KEYS
from game.tui.screens.ask import AskScreen
from game.tui.screens.help import HelpScreen
from game.tui.screens.play import PlayScreen
from game.tui.screens.sized import SizedScreen
from game.tui.shown import shown
from game.tui.unopened import Opening, Question, question_of
from game.tui.widgets.shelf import Shelf
from game.tui.words import words_in

_MOTTO = "The world is the truth. The model is the voice."
_EMPTY = (
    "There are no worlds here yet.\n\nPut a world (a .toml file, or a folder of them) into a folder named worlds where "
    "you start Loreloom, or name another folder with --worlds."
)
_NO_SUCH = "Nothing here goes by that name."


class LibraryScreen(SizedScreen):
    """Lists what Home has, again after each run that was played."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move('cursor_up')", show=False),
        Binding("down", "move('cursor_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("escape", "clear", show=False),
        Binding("f1", "help", "Help", id="library.help"),
    ]

    class Listed(Message):
        """The lists are there."""

        def __init__(self, runs: Sequence[Entry], worlds: Sequence[Entry], problem: str = "") -> None:
            self.runs = runs
            self.worlds = worlds
            self.problem = problem
            super().__init__()

    class SessionOpened(Message):
        """A run is open and can be played."""

        def __init__(self, session: Session) -> None:
            self.session = session
            super().__init__()

    class NotOpened(Message):
        """A run could not be opened; the question says why, and what can be done."""

        def __init__(self, entry: Entry, question: Question) -> None:
            self.entry = entry
            self.question = question
            super().__init__()

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home
        self._nothing = _EMPTY

    def widgets(self) -> ComposeResult:
        """Yield the title, the list, the details and the line that narrows the list."""
        yield Static(Content.assemble(("L O R E L O O M", "bold $primary"), "\n", (_MOTTO, "$muted")), id="banner")
        with Horizontal(id="shelves"):
            yield Shelf()
            with VerticalScroll(id="details", can_focus=False):
                yield Static(id="about")
        with Horizontal(id="line"):
            yield Static("›", id="prompt")
            yield Input(placeholder="Type to find · Enter plays · F1 help · Ctrl+Q quits", compact=True)

    def on_mount(self) -> None:
        """List, unless a run is played first."""
        if self.is_current:
            self.list_anew()

    def list_anew(self, _left: None = None) -> None:
        """List worlds and runs as they are now."""
        self.query_one(Input).value = ""
        self._list()

    @work(thread=True, exclusive=True, group="list")
    def _list(self) -> None:
        try:
            worlds = self._home.worlds()
            cards = {card.id: card for card in worlds}
            runs = list(run_entries(self._home.runs(), cards, self._home.now()))
            self.post_message(self.Listed(runs, list(world_entries(worlds))))
        except GameError as error:
            self.post_message(self.Listed((), (), str(error)))

    def on_library_screen_listed(self, message: Listed) -> None:
        """Fill the shelf."""
        self._nothing = message.problem or (_NO_SUCH if message.runs or message.worlds else _EMPTY)
        self.query_one(Shelf).fill((("Continue", message.runs), ("Begin", message.worlds)))

    def on_shelf_pointed(self, message: Shelf.Pointed) -> None:
        """Tell of the entry under the cursor."""
        if message.entry is None:
            self._tell(shown(self._nothing))
        else:
            self._tell(_details(message.entry))

    def on_shelf_opened(self, message: Shelf.Opened) -> None:
        """Play it, if it can be."""
        if message.entry.problem:
            self._tell(_details(message.entry))
        else:
            self._open(message.entry, partial(self._home.open, message.entry.world, message.entry.run))

    @work(thread=True, exclusive=True, group="open")
    def _open(self, entry: Entry, opening: Opening) -> None:
        try:
            self.post_message(self.SessionOpened(opening()))
        except GameError as error:
            self.post_message(self.NotOpened(entry, question_of(error, self._home, entry.world, entry.run)))

    def on_library_screen_session_opened(self, message: SessionOpened) -> None:
        """Go and play."""
        self.app.push_screen(PlayScreen(message.session), self.list_anew)

    def on_library_screen_not_opened(self, message: NotOpened) -> None:
        """Say why not; ask, where something can be done about it."""
        question = message.question
        self._tell(shown(question.text))

        def take(answer: int | None) -> None:
            if answer is not None:
                self._open(message.entry, question.ways[answer][1])

        if question.ways:
            self.app.push_screen(AskScreen(question.title, question.text, [way for way, _ in question.ways]), take)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Narrow the list."""
        self.query_one(Shelf).narrow(message.value)

    def on_input_submitted(self) -> None:
        """Open the entry under the cursor."""
        self.query_one(Shelf).action_select()

    def action_move(self, step: str) -> None:
        """Move the cursor by one of the list's own actions."""
        getattr(self.query_one(Shelf), f"action_{step}")()

    def action_clear(self) -> None:
        """Show all again."""
        self.query_one(Input).value = ""

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpScreen(words_in("en"), LIBRARY_KEYS))

    def _tell(self, content: Content) -> None:
        self.query_one("#about", Static).update(content)


def _details(entry: Entry) -> Content:
    parts = [shown(entry.title, "bold $primary"), shown(entry.note, "$muted")]
    if entry.about:
        parts.append(shown("\n" + entry.about))
    if entry.problem:
        parts.append(
            Content("\n") + shown("This cannot be opened:", "bold $error") + Content("\n") + shown(entry.problem)
        )
    else:
        parts.append(shown("\nEnter goes on with this run." if entry.run else "\nEnter begins a new run.", "$muted"))
    return Content("\n").join(parts)
