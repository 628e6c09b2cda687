"""A question with a few answers, over whatever screen asks it.

Knows nothing of what the answers mean: it gives the number of the one that was taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from game.tui.shown import shown


class AskScreen(ModalScreen[int | None]):
    """Gives the number of an answer, from 0, or None where the question is left open."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Leave it")]

    def __init__(self, title: str, question: str, answers: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._question = question
        self._answers = answers

    def compose(self) -> ComposeResult:
        """Yield the question and its answers."""
        with Vertical() as sheet:
            sheet.border_title = shown(self._title).plain
            sheet.border_subtitle = "Enter takes it · Esc leaves all as it is"
            yield Static(shown(self._question))
            yield OptionList(*(shown(answer) for answer in self._answers), compact=True)

    def on_mount(self) -> None:
        """Let the keys move among the answers."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _take(self, message: OptionList.OptionSelected) -> None:
        self.dismiss(message.option_index)
