"""A block of the story: one turn, or an answer from outside it, as the player's words and the paragraphs that follow.

Knows nothing of scrolling or of other blocks.
"""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic
from typing import Self

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.timer import Timer
from textual.widgets import Static

from game.session.session import Session
from game.story.passages import Passage, spoken
from game.tui.shown import echoed, shown, titled
from game.tui.widgets.mounting import put
from game.tui.words import Words

# A telling of which nothing is shown for this long is said to be under way; sooner, the mark would only flicker.
_UNHEARD_S = 0.3

# Words that come sooner than this after others are painted together: at most 13 repaints a second, for no long wait.
_JOIN_S = 0.08

# The share of the screen's lines kept free under a telling that grows, as one in so many: laying it all out for each
# line would take a fifth of a processor, and a model on two of them would lack it.
ROOM = 3


class Cast:
    """Who speaks, by id, and how their words are put: asked of the session, whose world may be edited."""

    def __init__(self, session: Session, words: Words) -> None:
        self._session = session
        self._words = words

    @property
    def player(self) -> Content:
        """Return the mark of what the player wrote."""
        return shown(f"✎ {self._words.yours}")

    def line(self, speaker: str, text: str) -> Content:
        """Return a person's line under their name, which stands out by its weight."""
        name = self._session.name_of(speaker)
        content = shown(spoken(self._session.sentences, name, text))
        start = content.plain.find(name)
        return content.stylize("bold $secondary", start, start + len(name)) if start >= 0 else content


class Paragraph(Static):
    """One passage's words; they may grow."""

    # Textual would lay out all once more for each new size, for the sake of scroll bars; there are none here.
    virtual_size = reactive(Size(0, 0))

    def __init__(self, passage: Passage, cast: Cast) -> None:
        self._passage = passage
        self._cast = cast
        self._text = passage.text
        self._is_waiting = False
        self._painted_at = 0.0
        self._painted = Size(0, 0)  # the width and the lines that its words had
        self._fresh: tuple[Region, ...] = ()
        super().__init__(self._content(), classes=f"paragraph -{passage.kind}")

    def grow(self, text: str) -> None:
        """Add words; they are painted at once, or soon after the last, together with those that arrive until then."""
        self._text += text
        if not self._is_waiting:
            self._is_waiting = True
            wait_s = self._painted_at + _JOIN_S - monotonic() if self.content_size.width else _JOIN_S
            if wait_s > 0:  # Where it has no width yet, nobody can say how many lines it takes.
                self.set_timer(wait_s, self._paint)
            else:
                self.call_later(self._paint)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Have it painted anew; where words are added, only from the line on which they are."""
        return super().refresh(*(regions or self._fresh), repaint=repaint, layout=layout, recompose=recompose)

    def keep_room(self, lines: int) -> None:
        """Be laid out as if there were some lines more than so many."""
        self.styles.min_height = lines + self.app.size.height // ROOM

    @property
    def told_lines(self) -> int:
        """Return how many lines its words take."""
        return len(self._content().wrap(self.content_size.width))

    def settle(self) -> None:
        """Paint all the words there are, and keep no room for more."""
        self._paint()
        self.styles.min_height = None

    def _paint(self) -> None:
        if self._is_waiting:
            self._is_waiting, self._painted_at = False, monotonic()
            content = self._content()
            width, height = self.content_size
            lines = len(content.wrap(width)) if width else height + 1
            if lines > height:
                self.keep_room(lines)
            before, self._painted = self._painted, Size(width, lines)
            self._fresh = self._lines_from(before.height - 1) if before.width == width else ()
            self.update(content, layout=lines > height)
            self._fresh = ()

    def _lines_from(self, first: int) -> tuple[Region, ...]:
        """Return the region of its lines from one on, or nothing, which stands for all, where that is the first."""
        width, height = self.content_size
        return (Region(0, first, width, height - first),) if first > 0 else ()

    def _content(self) -> Content:
        if self._passage.kind == "line":
            return self._cast.line(self._passage.speaker, self._text)
        if self._passage.kind == "notice":
            return Content("◆ ") + shown(self._text)
        return shown(self._text)


class Block(Vertical):
    """A turn by its number, or something outside the story, with number None."""

    virtual_size = reactive(Size(0, 0))

    def __init__(self, cast: Cast, *, number: int | None = None, words: str = "", told: Iterable[Passage] = ()) -> None:
        self.number = number
        self._cast = cast
        self._last: Paragraph | None = None
        self._is_marked = False
        self._silence: Timer | None = None
        self._echo = Static(echoed(words), classes="echo")
        super().__init__(
            *([self._echo] if words else []), *(widget for passage in told for widget in self._widgets(passage))
        )

    def become(self, number: int, words: str) -> None:
        """Be a turn from now on, remembered by these words."""
        self.number = number
        self._echo.update(echoed(words))

    def expect(self) -> None:
        """Wait for the first words, with a quiet mark if they are long in coming."""
        self._hush()
        self._silence = self.set_timer(_UNHEARD_S, lambda: put(self, [Static("…", classes="expected")]))

    def open(self, passage: Passage) -> None:
        """Begin a paragraph, under its heading if it has one."""
        self._close()
        put(self, self._widgets(passage))
        if self._last is not None and passage.kind == "telling":
            self._last.keep_room(0)

    def grow(self, text: str) -> None:
        """Add words to the paragraph that was opened last."""
        if self._last is not None:
            self._last.grow(text)

    def answer(self, text: str) -> None:
        """Add a sentence that is not of the story."""
        self._hush()
        put(self, [Static(shown(text), classes="answer")])

    def settle(self) -> None:
        """Paint what is waiting to be, and wait for nothing more; what is told stays where it is being read."""
        self._close()
        self.styles.min_height = self.size.height

    def release(self) -> None:
        """Be no higher than what is told, once the player has gone on."""
        self.styles.min_height = None

    def _close(self) -> None:
        self._hush()
        if self._last is not None:
            self._last.settle()

    def _hush(self) -> None:
        """Take the mark of a telling under way back."""
        if self._silence is not None:
            self._silence.stop()
            self._silence = None
            self.query(".expected").remove()

    @property
    def told_lines(self) -> int:
        """Return how many of its lines there are down to the last words; below them may be room."""
        last = next((each for each in reversed(self.children) if each.size.height), None)
        if last is None:
            return 0
        return last.virtual_region.y + (last.told_lines if isinstance(last, Paragraph) else last.size.height)

    @property
    def is_bare(self) -> bool:
        """Return whether nothing followed the player's words."""
        return not self.query(".heading, .paragraph, .answer")

    def _widgets(self, passage: Passage) -> list[Static]:
        self._last = Paragraph(passage, self._cast)
        heading = [Static(_heading(passage), classes=f"heading -{passage.kind}")] if passage.title else []
        return [*heading, *self._mark(passage), self._last]

    def _mark(self, passage: Passage) -> list[Static]:
        """Return the mark of a telling that the player wrote, once."""
        if passage.source != "player" or self._is_marked:
            return []
        self._is_marked = True
        return [Static(self._cast.player, classes="mark")]


def _heading(passage: Passage) -> Content:
    title = shown(titled(passage.title))
    return Content("✦  ") + title + Content("  ✦") if passage.kind == "ending" else title
