"""A session at which details may be made up, for tests of what becomes of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from game.loader.copies import world_of_copy
from game.session.opening import open_session
from game.session.turn_events import TurnEvent
from game.story.narrator import Way
from game.story.passages import Grew, Opened, gather
from tests.inventive import YARD
from tests.scripted import ScriptedModel

FILES = (("inn.toml", YARD),)
WORLD = world_of_copy(FILES, language="en")


class Table:
    """A session at which details may be made up; it is left and come back to between lines where it reloads."""

    def __init__(self, saves: Path, model: ScriptedModel | None, *, way: Way | None = "blend", reloads: bool) -> None:
        self._open = partial(open_session, WORLD, saves, run="test", seed=7, way=way)
        self.model = model
        self._reloads = reloads
        self.session = self._open(model)
        list(self.session.begin())

    def play(self, *lines: str) -> list[TurnEvent]:
        """Submit lines, reading before each for as long as anything is thought of; return the events of the last."""
        events: list[TurnEvent] = []
        for line in lines:
            if self._reloads:
                self.reopen()
            self.session.resting.result(timeout=10)
            events = list(self.session.submit(line))
        return events

    def reopen(self) -> list[TurnEvent]:
        """Leave and come back."""
        self.session.close()
        self.session = self._open(self.model)
        return list(self.session.begin())

    def shown(self, *lines: str) -> str:
        """Return what the last of some lines shows."""
        return told(self.play(*lines))

    @property
    def actions(self) -> list[str]:
        """The actions on the way to here."""
        return [each.action for each in self.session.run.steps()]

    @property
    def details(self) -> dict[str, str]:
        """What was made up on the way to here."""
        return dict(self.session.state.details)


def told(events: list[TurnEvent]) -> str:
    """Return the words of the story among events."""
    return " ".join(each.text for each in gather(each for each in events if isinstance(each, Opened | Grew)))
