"""The panel beside the story: place, ways out, what is carried, who is there, quests.

Knows nothing of states: it shows a View.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from game.session.view import View
from game.tui.shown import shown, titled
from game.tui.widgets.mounting import put
from game.tui.words import Words

_LINE = 26  # cells of a line that may be indented by 2, as wide as app.tcss makes the panel


class Panel(VerticalScroll, can_focus=False):
    """What there is to know of the moment. To show more of a View: a line in show."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def show(self, view: View) -> None:
        """Show a moment."""
        words = self._words
        sections = (
            shown(titled(view.place), "bold $primary"),
            self._section(words.exits, (_way(*way) for way in view.exits)),
            self._section(words.people, (_hanging(shown(name)) for name in view.people)),
            self._section(words.carried, (_hanging(shown(name)) for name in view.carried)),
            self._section(words.quests, (_quest(*quest) for quest in view.quests)),
        )
        self.remove_children()
        put(self, [Static(section) for section in sections if section])

    def _section(self, title: str, lines: Iterable[Content]) -> Content:
        rows = list(lines)
        return Content("\n").join([shown(title, "$muted"), *rows]) if rows else Content()


def _hanging(content: Content) -> Content:
    return Content("\n  ").join(content.wrap(_LINE))


def _way(direction: str, leads_to: str) -> Content:
    return _hanging(Content.assemble(shown(direction, "bold"), "  ", shown(leads_to)))


def _quest(name: str, goal: str) -> Content:
    return Content.assemble(shown(name, "bold"), "\n", shown(goal))
