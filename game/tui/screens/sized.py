"""What all screens share: how they fold as the terminal narrows, and what they say when it is too small.

Knows nothing of what a screen shows.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult, SystemCommand
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

# The one key that does something where the terminal is too small.
LEAVING_KEY = "ctrl+q"

LEAST_COLUMNS, LEAST_ROWS = 60, 20
WIDE_COLUMNS, HIGH_ROWS = 100, 30


class TooSmall(Static):
    """Asks for more room; shown alone where the terminal is too small."""

    def render(self) -> Content:
        """Say how large the terminal is, and how large it has to be."""
        width, height = self.app.size
        return Content(
            f"This terminal has {width}×{height} cells; Loreloom needs {LEAST_COLUMNS}×{LEAST_ROWS}. "
            "Make it larger to go on; Ctrl+Q leaves."
        )


class SizedScreen(Screen[None]):
    """A screen with the classes -cramped, -narrow or -wide, and -flat, -tall or -high."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it so
        (0, "-cramped"),
        (LEAST_COLUMNS, "-narrow"),
        (WIDE_COLUMNS, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (LEAST_ROWS, "-tall"), (HIGH_ROWS, "-high")]  # noqa: RUF012 - as above

    def compose(self) -> ComposeResult:
        """Yield the screen's own widgets, and the sentence that can take their place."""
        yield from self.widgets()
        yield TooSmall()

    def widgets(self) -> ComposeResult:
        """Yield the screen's own widgets."""
        raise NotImplementedError

    @property
    def is_too_small(self) -> bool:
        """Return whether the sentence is all there is to see."""
        return self.has_class("-cramped") or self.has_class("-flat")

    def commands(self) -> Iterable[SystemCommand]:
        """Return what the command palette offers here."""
        return ()
