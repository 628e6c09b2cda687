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

PLAY_KEYS = {
    "1 2 3 …": "take a choice, while the line is empty",
    "Enter": "say what is on the line",
    "↑ ↓": "what you said before",
    "← →": "the turn's other tellings, while the line is empty",
    "PgUp PgDn": "read back, and on",
    "Ctrl+↑ ↓": "more choices, where they do not all fit",
    "Escape": "stop the telling; clear the line",
    "Ctrl+Z": "take the last turn back",
    "Ctrl+Y": "do it again",
    "Ctrl+R": "have it told another way",
    "F2": "show or hide the panel",
    "F4": "the timeline: every turn, to go on from",
    "F6": "tell the turn in your own words",
    "Ctrl+L": "go to the library",
    "Ctrl+P": "all commands, the theme among them",
    "Ctrl+C": "copy what is selected",
    "Ctrl+Q": "leave; everything is saved already",
}

LIBRARY_KEYS = {
    "a b c …": "find a run or a world by its name",
    "↑ ↓": "one up or down",
    "PgUp PgDn": "a page up or down",
    "Enter": "go on with the run, or begin the world",
    "Escape": "show all of them again",
    "Ctrl+P": "all commands, the theme among them",
    "Ctrl+Q": "leave; everything is saved already",
}

_KEY, _WHAT = 11, 42  # cells of the columns; together as wide as app.tcss makes the sheet


class HelpScreen(ModalScreen[None]):
    """Keys, and commands if there are any. Any of its keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter,q", "dismiss", "Close"),
        Binding("down,pagedown", "scroll(1)", show=False),
        Binding("up,pageup", "scroll(-1)", show=False),
    ]

    def __init__(self, keys: Mapping[str, str], commands: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._keys = keys
        self._commands = commands

    def compose(self) -> ComposeResult:
        """Yield two tables under one title."""
        with VerticalScroll(can_focus=False) as sheet:
            sheet.border_title = "Help"
            sheet.border_subtitle = "Esc closes"
            yield Static(_table("Keys", self._keys))
            if self._commands:
                yield Static(_table("To type", self._commands))

    def action_scroll(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def _table(title: str, rows: Mapping[str, str]) -> Content:
    lines = [shown(f"{key:<{_KEY}}", "bold $primary") + _hanging(what) for key, what in rows.items()]
    return Content("\n").join([shown(title, "bold"), *lines])


def _hanging(what: str) -> Content:
    return Content("\n" + " " * _KEY).join(shown(what).wrap(_WHAT))
