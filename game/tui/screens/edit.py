"""A sheet on which the player rewrites how a turn is told.

Knows nothing of turns: it is given a text, and hands one back.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import TextArea

from game.story.clean import clean
from game.tui.words import Words


class Sheet(TextArea):
    """Plain text of many lines, wherever it was pasted from."""

    def __init__(self, text: str) -> None:
        super().__init__(clean(text))

    async def _on_paste(self, event: events.Paste) -> None:
        """Take a paste as plain text; a terminal pastes the end of a line as a carriage return."""
        event.prevent_default().stop()
        self.replace(clean("\n".join(event.text.splitlines())), *sorted(self.selection))


class EditScreen(ModalScreen[str | None]):
    """Gives back the text as it was kept, its paragraphs parted by empty lines, or None to leave all as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", id="edit.keep"),
        Binding("escape", "leave", id="edit.leave"),
    ]

    def __init__(self, text: str, words: Words) -> None:
        super().__init__()
        self._sheet = Sheet(text)
        self._sheet.border_title = words.edit
        self._sheet.border_subtitle = words.edit_keys

    def compose(self) -> ComposeResult:
        """Yield the sheet."""
        yield self._sheet

    def on_mount(self) -> None:
        """Begin after the last word."""
        self._sheet.focus()
        self._sheet.move_cursor(self._sheet.document.end)

    def action_keep(self) -> None:
        """Give back the text."""
        self.dismiss("\n".join(line.rstrip() for line in self._sheet.text.splitlines()))

    def action_leave(self) -> None:
        """Give back nothing."""
        self.dismiss(None)
