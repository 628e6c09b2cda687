"""The page on how a turn was told: what the model was told, what it said, what was held back.

Knows nothing of how that is known; it is read in a thread, so that the screen never waits for the disk.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from game.errors import GameError
from game.session.insight import Section, insight_of
from game.session.session import Session
from game.tui.shown import shown
from game.tui.widgets.mounting import put
from game.tui.words import Words

_PAGE = 10  # lines


class WhyScreen(ModalScreen[None]):
    """Sections of lines on a turn, the current one unless another is given. The key that opened it closes it, too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f3,q", "dismiss", "Close"),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown", f"scroll({_PAGE})", show=False),
        Binding("pageup", f"scroll(-{_PAGE})", show=False),
    ]

    class Read(Message):
        """The page is there to be shown."""

        def __init__(self, sections: Iterable[Section]) -> None:
            self.sections = tuple(sections)
            super().__init__()

    def __init__(self, session: Session, words: Words, *, turn_id: int | None = None) -> None:
        super().__init__()
        self._session = session
        self._words = words
        self._turn_id = turn_id
        self._sheet = VerticalScroll(can_focus=False)

    def compose(self) -> ComposeResult:
        """Yield the page, empty at first."""
        self._sheet.border_title = self._words.why
        self._sheet.border_subtitle = self._words.why_keys
        yield self._sheet

    def on_mount(self) -> None:
        """Read the page."""
        self._read()

    @work(thread=True, exclusive=True, group="why")
    def _read(self) -> None:
        try:
            self.post_message(self.Read(insight_of(self._session, self._turn_id)))
        except GameError as error:
            self.post_message(self.Read([Section(str(error), ())]))

    def on_why_screen_read(self, message: Read) -> None:
        """Show the page."""
        put(self._sheet, map(_section, message.sections))

    def action_scroll(self, lines: int) -> None:
        """Scroll by so many lines."""
        self._sheet.scroll_relative(y=lines, animate=False)


def _section(section: Section) -> Static:
    return Static(Content("\n").join([shown(section.title, "bold"), *map(shown, section.lines)]))
