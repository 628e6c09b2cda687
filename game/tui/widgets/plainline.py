"""An input of one line of plain text, wherever what is put into it comes from.

Knows nothing of what the text is for.
"""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from game.story.clean import clean


class PlainLine(Input):
    """Holds one line of plain text."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False)

    def validate_value(self, value: str) -> str:
        """Return the value as plain text on one line, wherever it was pasted from.

        A terminal pastes the end of a line as a carriage return, which clean would leave out.
        """
        return clean(" ".join(filter(None, value.splitlines()))).replace("\t", " ")

    def on_paste(self, event: events.Paste) -> None:
        """Take all lines of a paste as one."""
        event.prevent_default().stop()
        self.replace(self.validate_value(event.text), *sorted(self.selection))
