"""The Textual app: which screen is shown, the themes, the command palette.

Knows nothing of worlds, runs or models; what it needs from outside comes in a Home:

    run_app(home, start=session or None, theme="dark")

home lists and opens what the library shows; start is a session to play at once, with the library behind it. The app
closes every session it is given, never the model. run_app returns when the player has left.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual import events, work
from textual.app import App, SystemCommand
from textual.screen import Screen

from game.errors import GameError
from game.session.session import Session
from game.story.clean import clean
from game.tui.home import Home, Theme
from game.tui.screens.library import LibraryScreen
from game.tui.screens.play import PlayScreen
from game.tui.screens.sized import LEAVING_KEY, SizedScreen
from game.tui.themes import THEMES


class LoreloomApp(App[None]):
    """The library, and a run over it when one is played."""

    TITLE = "Loreloom"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, home: Home, *, start: Session | None = None, theme: Theme = "dark") -> None:
        super().__init__()
        self._home = home
        self._start = start
        for each in THEMES.values():
            self.register_theme(each)
        self.theme = THEMES[theme].name

    def on_mount(self) -> None:
        """Show the library, or the run to begin with over it."""
        library = LibraryScreen(self._home)
        self.push_screen(library)
        if self._start is not None:
            self.push_screen(PlayScreen(self._start), library.list_anew)

    async def on_event(self, event: events.Event) -> None:
        """Pass on what happens; but nothing that is typed where the player cannot see what it does."""
        if not self._is_unseen(event):
            await super().on_event(event)

    def _is_unseen(self, event: events.Event) -> bool:
        if not isinstance(event, events.Key | events.Paste) or not isinstance(self.screen, SizedScreen):
            return False
        is_leaving = isinstance(event, events.Key) and event.key == LEAVING_KEY
        return self.screen.is_too_small and not is_leaving

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield what the command palette offers: the screen's own commands first."""
        if isinstance(screen, SizedScreen):
            yield from screen.commands()
        yield SystemCommand("Theme", "Dark or light", self.action_turn_theme)
        yield SystemCommand("Quit", "Leave; everything is saved already", self.action_quit)

    def action_help_quit(self) -> None:
        """Tell a player who presses Ctrl+C with nothing to copy what they may have meant."""
        self.notify("Ctrl+Q leaves; everything is saved already.", markup=False)

    def action_turn_theme(self) -> None:
        """Change from dark to light or back, and keep it."""
        turned: Theme = "light" if self.theme == THEMES["dark"].name else "dark"
        self.theme = THEMES[turned].name
        self._keep_theme(turned)

    @work(thread=True)
    def _keep_theme(self, theme: Theme) -> None:
        try:
            self._home.keep_theme(theme)
        except GameError as error:
            self.notify(clean(str(error)), severity="warning", markup=False)


def run_app(home: Home, *, start: Session | None = None, theme: Theme = "dark") -> int:
    """Play until the player leaves; return the exit code: not 0 when a mistake of the program ended it."""
    app = LoreloomApp(home, start=start, theme=theme)
    app.run()
    return app.return_code or 0
