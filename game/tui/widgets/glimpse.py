"""What there is to see of a turn from elsewhere: how it was told, which telling of how many, what it changed.

Knows nothing of where a preview comes from.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from game.session.preview import Preview
from game.tui.shown import shown
from game.tui.widgets.block import Block, Cast
from game.tui.widgets.mounting import put
from game.tui.words import Words


class Glimpse(VerticalScroll, can_focus=False):
    """One turn, as the story would show it, and the differences it made."""

    def __init__(self, cast: Cast, words: Words) -> None:
        super().__init__()
        self._cast = cast
        self._words = words
        self._preview: Preview | None = None

    async def show(self, preview: Preview) -> None:
        """Show a turn in place of another; what is shown already stays as it is scrolled."""
        if preview == self._preview:
            return
        self._preview = preview
        with self.app.batch_update():
            await self.remove_children()
            await put(self, self._parts(preview))
        self.scroll_home(animate=False)

    def _parts(self, preview: Preview) -> Iterator[Static | Block]:
        yield Static(self._heading(preview), classes="heading")
        yield Block(self._cast, number=preview.depth, words=preview.words, told=preview.passages)
        if not preview.passages:
            yield Static(shown(self._words.untold), classes="answer")
        if preview.changed:
            lines = (Content.assemble(("± ", "$muted"), shown(line)) for line in preview.changed)
            yield Static(Content("\n").join([shown(self._words.changed, "$muted"), *lines]))

    def _heading(self, preview: Preview) -> Content:
        parts = [self._words.turn.format(preview.depth)]
        if preview.tellings > 1:
            parts.append(self._words.telling_of.format(preview.alternative, preview.tellings))
        return shown("  ·  ".join(parts))
