"""The list of the library: entries under their headings, narrowed by what is sought.

Knows nothing of what opening an entry does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from game.tui.entries import Entry
from game.tui.shown import shown


class Shelf(OptionList, can_focus=False):
    """Runs, then worlds. Its keys are the screen's, so that typing always narrows it."""

    class Pointed(Message):
        """The cursor is on an entry, or on none."""

        def __init__(self, entry: Entry | None) -> None:
            self.entry = entry
            super().__init__()

    class Opened(Message):
        """The player wants an entry."""

        def __init__(self, entry: Entry) -> None:
            self.entry = entry
            super().__init__()

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._sections: tuple[tuple[str, Sequence[Entry]], ...] = ()
        self._entries: dict[str, Entry] = {}

    def fill(self, sections: tuple[tuple[str, Sequence[Entry]], ...]) -> None:
        """Show entries under headings."""
        self._sections = sections
        self.narrow("")

    def narrow(self, sought: str) -> None:
        """Show the entries that fit what is sought, the cursor on the first."""
        self._entries = {}
        self.clear_options().add_options(self._listed(sought))
        self.action_first()
        if not self._entries:
            self.post_message(self.Pointed(None))

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Point at the entry under the cursor."""
        message.stop()
        self.post_message(self.Pointed(self._entries.get(message.option_id or "")))

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Open the entry."""
        message.stop()
        self.post_message(self.Opened(self._entries[message.option_id or ""]))

    def _listed(self, sought: str) -> Iterator[Option]:
        for heading, entries in self._sections:
            fitting = [entry for entry in entries if entry.fits(sought)]
            if fitting:
                yield Option(shown(f"\n{heading}" if self._entries else heading, "$muted"), disabled=True)
            for entry in fitting:
                name = str(len(self._entries))
                self._entries[name] = entry
                yield Option(_label(entry), id=name)


def _label(entry: Entry) -> Content:
    mark = "! " if entry.problem else "  "
    return Content.assemble(mark, shown(entry.title), "\n  ", shown(entry.note, "$muted"))
