"""The timeline: the tree of a run's turns, a look at each, and a way to go on from any of them.

Knows nothing of how the tree is kept; it is read in threads, so that moving in it never waits for the disk.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.timer import Timer
from textual.widgets import Static

from game.errors import GameError
from game.session.bookmarking import bookmark_turn, forget_bookmark
from game.session.preview import Preview, preview_of
from game.session.session import Session
from game.session.timeline import Node, timeline_of
from game.story.clean import clean
from game.tui.rows import Row, rows_of
from game.tui.screens.sized import SizedScreen
from game.tui.screens.why import WhyScreen
from game.tui.shown import shown
from game.tui.widgets.block import Cast
from game.tui.widgets.branches import Branches
from game.tui.widgets.glimpse import Glimpse
from game.tui.widgets.plainline import PlainLine
from game.tui.words import Words

# A turn that the cursor leaves sooner is not looked at.
_LOOKED_AT_S = 0.05

_SCROLLED = 3  # lines
_SAID_S = 3.0


class TimelineScreen(SizedScreen):
    """Every turn of a session's run. go is called with the id of the turn from which the player wants to go on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f4", "leave", id="timeline.leave"),
        Binding("b", "name", id="timeline.bookmark"),
        Binding("d", "forget", id="timeline.forget"),
        Binding("c", "here", id="timeline.here"),
        Binding("f3", "why", id="timeline.why"),
        Binding("ctrl+up", "scroll_glimpse(-1)", show=False),
        Binding("ctrl+down", "scroll_glimpse(1)", show=False),
    ]

    class Listed(Message):
        """The turns are there."""

        def __init__(self, rows: tuple[Row, ...]) -> None:
            self.rows = rows
            super().__init__()

    class Looked(Message):
        """A turn is there to be seen."""

        def __init__(self, preview: Preview) -> None:
            self.preview = preview
            super().__init__()

    class Said(Message):
        """There is a sentence for the player."""

        def __init__(self, sentence: str, severity: SeverityLevel = "information") -> None:
            self.sentence = sentence
            self.severity = severity
            super().__init__()

    def __init__(self, session: Session, words: Words, go: Callable[[int], None]) -> None:
        super().__init__()
        self._session = session
        self._words = words
        self._go = go
        self._title = Static(shown(words.timeline), id="title")
        self._branches = Branches(words, opening=session.sentences.say("the_opening"))
        self._glimpse = Glimpse(Cast(session, words), words)
        self._line = PlainLine()
        self._named: Node | None = None
        self._looking: Timer | None = None

    def widgets(self) -> ComposeResult:
        """Yield the tree, a look at the turn under the cursor, and below them the keys or the line for a name."""
        yield self._title
        with Container(id="turns"):
            yield self._branches
            yield self._glimpse
        yield Static(shown(self._words.timeline_keys), id="keys")
        with Horizontal(id="line"):
            yield Static(shown("⚑"), id="prompt")
            yield self._line

    def on_mount(self) -> None:
        """Read the turns."""
        self._branches.focus()
        self.list_anew()

    # What is read and written, each in a thread.

    @work(thread=True, exclusive=True, group="list")
    def list_anew(self) -> None:
        """Read the turns as they are now; the cursor stays where it is."""
        try:
            self.post_message(self.Listed(rows_of(timeline_of(self._session.run))))
        except GameError as error:
            self.post_message(self.Said(str(error), "warning"))

    @work(thread=True, exclusive=True, group="look")
    def _look(self, turn_id: int) -> None:
        session = self._session
        try:
            preview = preview_of(session.world, session.sentences, session.run, turn_id, cleared=session.told.cleared)
            self.post_message(self.Looked(preview))
        except GameError as error:
            self.post_message(self.Said(str(error), "warning"))

    @work(thread=True, group="bookmark")
    def _change(self, change: Callable[[], str]) -> None:
        """Change a bookmark, say what became of it, and read the turns again."""
        try:
            self.post_message(self.Said(change()))
        except GameError as error:
            self.post_message(self.Said(str(error), "warning"))
        self.list_anew()

    def on_timeline_screen_listed(self, message: Listed) -> None:
        """Show the turns."""
        self._title.update(shown(self._words.timeline_of.format(len(message.rows))))
        self._branches.fill(message.rows)

    async def on_timeline_screen_looked(self, message: Looked) -> None:
        """Show a turn, unless the cursor has left it meanwhile."""
        pointed = self._branches.pointed
        if pointed and pointed.id == message.preview.id and self._glimpse.is_attached:
            await self._glimpse.show(message.preview)

    def on_timeline_screen_said(self, message: Said) -> None:
        """Say it."""
        self.notify(clean(message.sentence), severity=message.severity, timeout=_SAID_S, markup=False)

    # What the player does.

    def on_branches_pointed(self, message: Branches.Pointed) -> None:
        """Look at a turn on which the cursor stays."""
        if self._looking:
            self._looking.stop()
        self._looking = self.set_timer(_LOOKED_AT_S, lambda: self._look(message.node.id))

    def on_branches_taken(self, message: Branches.Taken) -> None:
        """Go on from a turn; the player is at the current one already."""
        if not message.node.is_current:
            self._go(message.node.id)
        self.dismiss()

    def on_input_submitted(self, message: PlainLine.Submitted) -> None:
        """Give the turn its name."""
        run, sentences, node = self._session.run, self._session.sentences, self._named
        self._stop_naming()
        if node and message.value.strip():
            self._change(lambda: bookmark_turn(run, sentences, node.id, message.value))

    def action_name(self) -> None:
        """Ask for a name for the turn under the cursor."""
        if self._named is None and (node := self._branches.pointed):
            self._named = node
            self._line.value = ""
            self._line.placeholder = self._words.bookmark_name.format(node.depth)
            self.add_class("-naming")
            self._line.focus()

    def action_forget(self) -> None:
        """Take a bookmark off the turn under the cursor: of several the last."""
        run, sentences, node = self._session.run, self._session.sentences, self._branches.pointed
        if node and node.bookmarks:
            self._change(lambda: forget_bookmark(run, sentences, node.bookmarks[-1]))
        elif node:
            self.notify(self._words.no_bookmark, markup=False)

    def action_here(self) -> None:
        """Go to the turn that is played."""
        self._branches.point_here()

    def action_why(self) -> None:
        """Show how the turn under the cursor was told."""
        if node := self._branches.pointed:
            self.app.push_screen(WhyScreen(self._session, self._words, turn_id=node.id))

    def action_scroll_glimpse(self, steps: int) -> None:
        """Scroll the look at the turn."""
        self._glimpse.scroll_relative(y=steps * _SCROLLED, animate=False)

    def action_leave(self) -> None:
        """Leave the line for a name, or else the timeline."""
        if self._named is None:
            self.dismiss()
        else:
            self._stop_naming()

    def _stop_naming(self) -> None:
        self._named = None
        self.remove_class("-naming")
        self._branches.focus()
