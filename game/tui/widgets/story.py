"""The story as it has been told: blocks one below the other, the newest in sight, the oldest left to the run's file.

Knows nothing of where old turns come from: it asks for them with OlderWanted.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from game.session.history import ToldTurn
from game.story.passages import Passage
from game.tui.widgets.block import Block, Cast
from game.tui.widgets.mounting import put

# Blocks kept mounted: a widget more costs a little on every key.
MOST_BLOCKS = 50


class Gap(Static):
    """Stands for turns that are not shown between older ones and the last."""


class Story(VerticalScroll, can_focus=False):
    """Follows what is told until its beginning reaches the top: nothing scrolls away unread."""

    # Textual would lay out all once more for each new size; where a scroll bar comes or goes it does so anyway.
    virtual_size = reactive(Size(0, 0))
    is_more_below: reactive[bool] = reactive[bool](default=False)

    class OlderWanted(Message):
        """The player scrolled to the top; turns before this number would go above. place is for put_before."""

        def __init__(self, before: int, place: int) -> None:
            self.before = before
            self.place = place
            super().__init__()

    def __init__(self, cast: Cast, *, gap: str) -> None:
        super().__init__()
        self._cast = cast
        self._gap = gap
        self._block: Block | None = None
        self._is_following = True
        self._is_at_end = False
        self._is_rewound = False
        self._read: tuple[Block, float] | None = None
        self._places = 0

    async def echo(self, words: str) -> None:
        """Show what the player said; what follows comes below it."""
        self._close_gap()
        await self._begin(Block(self._cast, words=words))

    async def commit(self, number: int, words: str) -> None:
        """Make what was echoed last a turn."""
        if self._block is None or self._block.number is not None:
            await self._begin(Block(self._cast, number=number, words=words))
        else:
            self._block.become(number, words)

    async def rewind(self, number: int, words: str) -> None:
        """Take away this turn and all that came after it, and begin it anew."""
        self._close_gap()
        kept = [place for place, block in enumerate(self._blocks) if block.number is not None and block.number < number]
        for block in self._blocks[kept[-1] + 1 if kept else 0 :]:
            block.remove()
        await self._begin(Block(self._cast, number=number, words=words))
        self._is_rewound = True

    async def move(self, number: int, words: str) -> None:
        """Take away all that is shown, for it does not lead to this turn, and begin that."""
        self._places += 1
        await self.remove_children()
        await self.rewind(number, words)

    def expect(self) -> None:
        """Wait for the first words of a telling."""
        if self._block is not None and self._block.is_attached:
            self._block.expect()

    async def open(self, passage: Passage) -> None:
        """Begin a passage."""
        (await self._current()).open(passage)

    async def grow(self, text: str) -> None:
        """Add words to the passage that was opened last."""
        (await self._current()).grow(text)

    async def answer(self, text: str) -> None:
        """Show a sentence that is not of the story; what it follows stays in sight, unless that was told before."""
        (await self._current()).answer(text)
        if self._is_rewound:
            self._is_at_end = True
            self._follow_soon()

    async def settle(self) -> None:
        """Finish what a turn has shown."""
        if self._block is not None:
            self._block.settle()
            if self._block.number is None and self._block.is_bare:
                self._block.remove()
                self._block = None
        self.call_after_refresh(self._fill)

    async def put_before(self, told: Sequence[ToldTurn], *, place: int) -> None:
        """Show older turns above the oldest, what is in sight staying where it is; not those of another place."""
        if place != self._places or not told or told[-1].number + 1 != self.oldest:
            return
        below = self.virtual_size.height - self.scroll_y
        blocks = [Block(self._cast, number=turn.number, words=turn.words, told=turn.passages) for turn in told]
        await put(self, blocks, before=0)
        if len(self._blocks) > 2 * MOST_BLOCKS:
            await self._open_gap()
        if not self._is_following:
            self.call_after_refresh(lambda: self.scroll_to(y=self.virtual_size.height - below, animate=False))
        self._follow_soon()

    @property
    def oldest(self) -> int:
        """Return the number of the oldest turn shown, 0 when there is nothing before it."""
        return next((block.number for block in self._blocks if block.number is not None), 0)

    def page(self, pages: int) -> None:
        """Scroll by so many screens, up if negative, with two lines of overlap."""
        self.scroll_relative(y=pages * max(self.size.height - 2, 1), animate=False)
        self._scrolled()

    def on_mouse_scroll_up(self) -> None:
        """Stop following, for the player reads back; follow again if they are at the end."""
        self._scrolled()

    # The wheel, the bar and its ends: Textual sends a message for each.
    on_mouse_scroll_down = on_scroll_to = on_scroll_up = on_scroll_down = on_mouse_scroll_up

    def on_resize(self) -> None:
        """Keep in sight what was: the newest, or the place to which the player had read back."""
        if self._block is not None:
            self._block.release()
        self.call_after_refresh(self._return)

    def watch_virtual_size(self) -> None:
        """Keep the newest in sight as the story grows."""
        self._follow_soon()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say whether there is more below."""
        super().watch_scroll_y(old_value, new_value)
        self._say_whether_more()

    @property
    def _blocks(self) -> list[Block]:
        return [child for child in self.children if isinstance(child, Block)]

    async def _current(self) -> Block:
        return self._block or await self._begin(Block(self._cast))

    async def _begin(self, block: Block) -> Block:
        if self._block is not None:
            self._block.release()
        await put(self, [block])
        self._block = block
        self._is_following, self._is_at_end, self._is_rewound = True, False, False
        for old in self._blocks[:-MOST_BLOCKS]:
            old.remove()
        self._follow_soon()
        return block

    def _follow_soon(self) -> None:
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        if self._is_following:
            top = self._block.virtual_region.y if self._block and not self._is_at_end else self.max_scroll_y
            self.scroll_to(y=min(top, self.max_scroll_y), animate=False, immediate=True)
        self._say_whether_more()

    def _say_whether_more(self) -> None:
        """Say whether words are below what is in sight; room that is kept free for some is not."""
        end = self._blocks[-1].virtual_region.y + self._blocks[-1].told_lines if self._blocks else 0
        self.is_more_below = end > self.scroll_y + self.size.height

    def _return(self) -> None:
        """Go back to what was in sight before the lines broke elsewhere; at the end, follow again."""
        if not self._is_following and self._read and self._read[0].is_attached:
            block, read = self._read
            top = block.virtual_region.y + round(read * block.virtual_region.height)
            self.scroll_to(y=min(top, self.max_scroll_y), animate=False, immediate=True)
            self._is_following = self._is_at_end = self.scroll_y >= self.max_scroll_y
        self._follow()

    def _keep_place(self) -> None:
        """Remember the block at the top, and how much of it is above."""
        above = [block for block in self._blocks if block.virtual_region.y <= self.scroll_y]
        if above:
            region = above[-1].virtual_region
            self._read = above[-1], (self.scroll_y - region.y) / max(region.height, 1)

    def _fill(self) -> None:
        """Ask for what came before if there is room for it."""
        if self.max_scroll_y == 0 and self.oldest > 0:
            self.post_message(self.OlderWanted(self.oldest, self._places))

    def _scrolled(self) -> None:
        self._is_following = False
        self.call_after_refresh(self._after_scrolling)

    def _after_scrolling(self) -> None:
        self._is_following = self._is_at_end = self.scroll_y >= self.max_scroll_y
        self._keep_place()
        if self.scroll_y <= 0 and self.oldest > 0:
            self.post_message(self.OlderWanted(self.oldest, self._places))

    async def _open_gap(self) -> None:
        """Let go of the newer turns but the last: the player is far from them, and will come back by playing on."""
        for block in self._blocks[MOST_BLOCKS:-1]:
            await block.remove()
        if not self.query(Gap):
            await put(self, [Gap(self._gap)], before=self._blocks[-1])

    def _close_gap(self) -> None:
        if self.query(Gap):
            self.query(Gap).remove()
            for block in self._blocks[:-1]:
                block.remove()
