"""The numbered choices, to be clicked or taken by number; two columns where they fit.

Knows nothing of what choices do.
"""

from __future__ import annotations

from itertools import chain

from textual.containers import Grid, Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from game.tui.shown import shown
from game.tui.widgets.mounting import put

# So few choices read best in one column; so many have to share the screen with the story, even if some wrap.
_FEW = 3
_MANY = 8
_NUMBER = 3  # cells, with a space; app.tcss has the same


class Choice(Static):
    """A cell of one choice: its number or its words. A click on either takes it."""

    def __init__(self, number: int, content: Content) -> None:
        self._number = number
        super().__init__(content)

    def on_click(self) -> None:
        """Take it."""
        self.post_message(Choices.Taken(self._number))


class Choices(VerticalScroll, can_focus=False):
    """The choices of the moment."""

    class Taken(Message):
        """The player clicked a choice; numbers count from 1."""

        def __init__(self, number: int) -> None:
            self.number = number
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._texts: tuple[str, ...] = ()
        self._columns = 1

    @property
    def count(self) -> int:
        """Return how many choices there are."""
        return len(self._texts)

    async def offer(self, texts: tuple[str, ...]) -> None:
        """Show these choices in place of others."""
        if texts != self._texts:
            self._texts = texts
            await self._lay_out()

    async def say(self, sentence: str) -> None:
        """Show a sentence in place of choices."""
        self._texts = ()
        await self._replace(Static(shown(sentence), classes="instead"))

    async def on_resize(self) -> None:
        """Fold the columns where they no longer fit."""
        if self._texts and self._fitting != self._columns:
            await self._lay_out()

    @property
    def _fitting(self) -> int:
        longest = max((Content(text).cell_length for text in self._texts), default=0)
        room = self.size.width // 2 - _NUMBER - 1
        return 2 if self.count > _MANY or (self.count > _FEW and longest <= room) else 1

    async def _lay_out(self) -> None:
        self._columns = self._fitting
        cells = [_cells(number, text) for number, text in enumerate(self._texts, 1)]
        rows = -(-len(cells) // self._columns)
        columns = (cells[start : start + rows] for start in range(0, len(cells), rows))
        await self._replace(Horizontal(*(Grid(*chain.from_iterable(column)) for column in columns)))

    async def _replace(self, widget: Horizontal | Static) -> None:
        with self.app.batch_update():
            await self.remove_children()
            await put(self, [widget])
        self.scroll_home(animate=False)


def _cells(number: int, text: str) -> tuple[Choice, Choice]:
    label = Content.styled(f"{number:>{_NUMBER - 1}}", "bold $primary")
    return Choice(number, label), Choice(number, shown(text))
