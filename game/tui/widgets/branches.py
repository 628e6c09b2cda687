"""The tree of turns as a list: a line for each turn, of which only those in sight are drawn, however many there are.

Knows nothing of runs, nor of what going to a turn does.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from game.session.timeline import Node
from game.tui.rows import Row
from game.tui.shown import one_line, shown
from game.tui.words import Words

_CURSOR = "branches--cursor"
_HERE, _ON_PATH, _ELSEWHERE = ("◉ ", "bold $primary"), ("● ", "$primary"), ("○ ", "$muted")
_BOOKMARK = "⚑"


class Branches(ScrollView, can_focus=True):
    """The turns of a run, one of them under the cursor."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {_CURSOR}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter", "take", show=False),
    ]

    cursor: reactive[int] = reactive(0)

    class Pointed(Message):
        """The cursor is on another turn, or the turns were read anew."""

        def __init__(self, node: Node) -> None:
            self.node = node
            super().__init__()

    class Taken(Message):
        """The player wants to go on from a turn."""

        def __init__(self, node: Node) -> None:
            self.node = node
            super().__init__()

    def __init__(self, words: Words, *, opening: str) -> None:
        super().__init__()
        self._words = words
        self._opening = opening
        self._rows: tuple[Row, ...] = ()
        self._digits = 1

    def fill(self, rows: tuple[Row, ...]) -> None:
        """Show these turns, never none; the cursor stays on its turn, and is at first on the one that is played."""
        before = self.pointed
        self._rows = rows
        self._digits = max(len(str(row.node.depth)) for row in rows)
        self.virtual_size = Size(1, len(rows))
        self.cursor = self._place_of(before.id) if before else self._place_here()
        if before is None:
            self.call_after_refresh(self._centre)
        self.refresh()
        self.post_message(self.Pointed(rows[self.cursor].node))

    @property
    def pointed(self) -> Node | None:
        """Return the turn under the cursor, None before there are any."""
        return self._rows[self.cursor].node if self._rows else None

    def point_here(self) -> None:
        """Put the cursor on the turn that is played."""
        self.cursor = self._place_here()
        self._centre()

    def render_line(self, y: int) -> Strip:
        """Return a line of those in sight."""
        place, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        if place >= len(self._rows):
            return Strip.blank(width, self.visual_style.rich_style)
        is_pointed = place == self.cursor
        style = self.get_visual_style(_CURSOR) if is_pointed else self.visual_style
        line = self._line(self._rows[place], "› " if is_pointed else "  ", width)
        return Visual.to_strips(self, line, width, 1, style, pad=True)[0]

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a turn."""
        return max(0, min(cursor, len(self._rows) - 1))

    def watch_cursor(self, cursor: int) -> None:
        """Show where the cursor is, and tell of it."""
        if self._rows:
            self.scroll_to_region(Region(0, cursor, 1, 1), animate=False, force=True)
            self.refresh()
            self.post_message(self.Pointed(self._rows[cursor].node))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; go there on a double click."""
        offset = event.get_content_offset(self)
        if offset is None or self.scroll_offset.y + offset.y >= len(self._rows):
            return
        self.cursor = self.scroll_offset.y + offset.y
        if event.chain == 2:
            self.action_take()

    def action_move(self, turns: int) -> None:
        """Move the cursor by so many turns."""
        self.cursor += turns

    def action_page(self, pages: int) -> None:
        """Move the cursor by so many screens, with a line of overlap."""
        self.cursor += pages * max(self.size.height - 1, 1)

    def action_first(self) -> None:
        """Go to the opening."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last line."""
        self.cursor = len(self._rows) - 1

    def action_take(self) -> None:
        """Say that the player wants to go on from the turn under the cursor."""
        if self.pointed:
            self.post_message(self.Taken(self.pointed))

    def _centre(self) -> None:
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True, center=True)

    def _place_of(self, turn_id: int) -> int:
        return next((place for place, row in enumerate(self._rows) if row.node.id == turn_id), 0)

    def _place_here(self) -> int:
        return next((place for place, row in enumerate(self._rows) if row.node.is_current), 0)

    def _line(self, row: Row, gutter: str, width: int) -> Content:
        """Return a turn's line: its lines and mark, its number, what was said; at the right its bookmarks."""
        node = row.node
        number = f"{node.depth:>{self._digits}}  "
        head = Content.assemble((gutter, "$primary"), (row.lines, "$muted"), _mark(node), (number, "$muted"))
        room = max(width - head.cell_length, 0)
        style = "bold" if node.is_current else "" if node.is_on_path else "$muted"
        said = shown(one_line(node.words) or self._opening, style)
        tail = self._tail(node, max(room // 2, room - said.cell_length))
        return head + said.truncate(room - tail.cell_length, ellipsis=True, pad=True) + tail

    def _tail(self, node: Node, room: int) -> Content:
        """Return bookmarks, cut where they are long, and whether the player is here, which is said whole."""
        named = Content.assemble(*(shown(f"  {_BOOKMARK} {one_line(name)}", "$secondary") for name in node.bookmarks))
        here = shown(f"  ◂ {self._words.here}" if node.is_current else "", "bold $primary")
        return named.truncate(max(room - here.cell_length, 0), ellipsis=True) + here


def _mark(node: Node) -> tuple[str, str]:
    if node.is_current:
        return _HERE
    return _ON_PATH if node.is_on_path else _ELSEWHERE
