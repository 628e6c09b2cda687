"""The turns that are told ahead of the player's choice: some likely ones, until one of them or another is played.

Knows nothing of what makes a turn likely.
"""

from __future__ import annotations

from threading import Event, Lock, Thread

from game.session.ahead.forecast import Coming, Forecast
from game.story.narrator import Narrator

MOST = 4
"""How many turns are told ahead at a time, each in a thread of its own."""

_LOOK_S = 0.02
_WAIT_S = 0.1


class Outlook:
    """Forecasts from one turn of a run; any thread may use it."""

    def __init__(self) -> None:
        self._held: list[Forecast] = []
        self._leaving: list[Thread] = []
        self._one_at_a_time = Lock()

    def look(self, coming: Coming, narrator: Narrator, stop: Event) -> None:
        """Tell a turn ahead, unless it is told already, or there are enough; nothing is begun once stop is set.

        Those that were let go end first, which takes as long as the model needs to hear of it.
        """
        if narrator.model is None:
            return
        for each in tuple(self._leaving):
            while each.is_alive() and not stop.is_set():
                each.join(_LOOK_S)
        with self._one_at_a_time:
            self._leaving = [each for each in self._leaving if each.is_alive()]
            self._held = [each for each in self._held if not each.is_given_up]
            is_held = any(each.coming == coming for each in self._held)
            if not stop.is_set() and not is_held and len(self._held) + len(self._leaving) < MOST:
                self._held.append(Forecast(coming, narrator, narrator.model))

    def wait_for_words(self, stop: Event) -> None:
        """Wait until each forecast has its first words, or has ended; or until stop is set."""
        for each in tuple(self._held):
            while not stop.is_set() and not each.is_begun.wait(_WAIT_S):
                pass

    def take(self, coming: Coming) -> Forecast | None:
        """Return the forecast of a turn, called, if there is one; all others end, for their turns never come."""
        with self._one_at_a_time:
            found = next((each for each in self._held if each.coming == coming and each.call()), None)
            self._let_go(found)
            return found

    def drop(self) -> None:
        """Let all of them end: none of their turns can come."""
        with self._one_at_a_time:
            self._let_go(None)

    def _let_go(self, kept: Forecast | None) -> None:
        for each in self._held:
            if each is not kept:
                each.drop()
        self._leaving += [each.thread for each in self._held]
        self._held = []
