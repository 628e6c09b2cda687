"""The line the player types on: free words, digits that choose, signs that rate, and what was typed before.

Knows nothing of what words mean.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from game.tui.widgets.plainline import PlainLine

_MOST_REMEMBERED = 200
_SIGNS = "+-＋－−"


class CommandLine(PlainLine):
    """Holds one line of plain text. choices is how many can be taken by number now."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "recall(-1)", "Earlier words", show=False, id="line.earlier"),
        Binding("down", "recall(1)", "Later words", show=False, id="line.later"),
    ]

    class Entered(Message):
        """The player sent these words."""

        def __init__(self, words: str) -> None:
            self.words = words
            super().__init__()

    class Turned(Message):
        """The player moved sideways with nothing typed: -1 for left, 1 for right."""

        def __init__(self, step: int) -> None:
            self.step = step
            super().__init__()

    class Rated(Message):
        """The player gave a sign with nothing typed: whether they like what is told."""

        def __init__(self, sign: str) -> None:
            self.sign = sign
            super().__init__()

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder)
        self.choices = 0
        self._past: list[str] = []
        self._place = 0

    async def _on_key(self, event: events.Key) -> None:
        if not self.value and event.character and event.character in _SIGNS:
            event.prevent_default().stop()
            self.post_message(self.Rated(event.character))
            return
        is_number = (self.value or "0").isdecimal()
        await super()._on_key(event)
        if is_number and event.character and event.character in "0123456789" and is_whole(self.value, self.choices):
            self._enter()

    async def action_submit(self) -> None:
        """Send what is typed."""
        self._enter()

    def action_cursor_left(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual declares it so
        """Move in what is typed; where nothing is, there is something else to move in."""
        if self.value:
            super().action_cursor_left(select)
        else:
            self.post_message(self.Turned(-1))

    def action_cursor_right(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - as above
        """Move in what is typed; where nothing is, there is something else to move in."""
        if self.value:
            super().action_cursor_right(select)
        else:
            self.post_message(self.Turned(1))

    def action_recall(self, step: int) -> None:
        """Put earlier words on the line, or later ones."""
        self._place = min(max(self._place + step, 0), len(self._past))
        self.value = self._past[self._place] if self._place < len(self._past) else ""
        self.cursor_position = len(self.value)

    def _enter(self) -> None:
        words, self.value = self.value.strip(), ""
        if not words:
            return
        self._past = [*(past for past in self._past if past != words), words][-_MOST_REMEMBERED:]
        self._place = len(self._past)
        self.post_message(self.Entered(words))


def is_whole(typed: str, choices: int) -> bool:
    """Return whether typed digits are the number of one of so many choices, and no further digit could make another."""
    number = int(typed) if typed.isdecimal() and len(typed) < 4 else 0
    return 1 <= number <= choices < number * 10
