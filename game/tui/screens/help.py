"""The help: what the keys of each screen do, and the commands that can be typed.

Knows nothing of the screen below it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from game.tui.shown import shown
from game.tui.words import Words

_KEY, _WHAT = 11, 42  # cells of the columns; together as wide as app.tcss makes the sheet


class HelpScreen(ModalScreen[None]):
    """Keys, and commands if there are any. Any of its keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter,q", "dismiss", "Close"),
        Binding("down,pagedown", "scroll(1)", show=False),
        Binding("up,pageup", "scroll(-1)", show=False),
    ]

    def __init__(self, words: Words, keys: Mapping[str, str], commands: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._words = words
        self._keys = keys
        self._commands = commands

    def compose(self) -> ComposeResult:
        """Yield two tables under one title."""
        with VerticalScroll(can_focus=False) as sheet:
            sheet.border_title = self._words.help_title
            sheet.border_subtitle = self._words.help_closes
            yield Static(_table(self._words.keys, self._keys))
            if self._commands:
                yield Static(_table(self._words.commands, self._commands))

    def action_scroll(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def _table(title: str, rows: Mapping[str, str]) -> Content:
    lines = [shown(f"{key:<{_KEY}}", "bold $primary") + _hanging(what) for key, what in rows.items()]
    return Content("\n").join([shown(title, "bold"), *lines])


def _hanging(what: str) -> Content:
    return Content("\n" + " " * _KEY).join(shown(what).wrap(_WHAT))
