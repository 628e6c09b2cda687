"""What can be done about a run that does not open as it stands: a question, its answers, and what each asks of Home.

Knows nothing of screens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.errors import GameError, RunElsewhere, WorldRated
from game.session.reopening import Decision, WorldChanged
from game.session.session import Session
from game.tui.home import Home

Opening = Callable[[], Session]
"""Opens a run in one of the ways it can be opened. Raises GameError."""


@dataclass(frozen=True, slots=True)
class Question:
    """ways are answers, each with what it leads to; without any there is nothing to be done."""

    title: str
    text: str
    ways: tuple[tuple[str, Opening], ...] = ()


def question_of(error: GameError, home: Home, world: str, run: str | None) -> Question:
    """Return what to ask of a player whose run of a world could not be opened."""
    match error:
        case WorldRated():
            return Question("Rated above your limit", str(error), (("Open it", lambda: home.open_rated(world, run)),))
        case WorldChanged() if run is not None:
            return Question("The world was edited", str(error), tuple(_after_an_edit(error, home, world, run)))
        case RunElsewhere() if run is not None:
            text = f"The run '{run}' is open in another window: close it there, or only look at it."
            return Question("Open elsewhere", text, (("Only look at it", lambda: home.look(world, run)),))
    return Question("", str(error))


def _after_an_edit(changed: WorldChanged, home: Home, world: str, run: str) -> list[tuple[str, Opening]]:
    def decided(decision: Decision) -> Opening:
        return lambda: home.go_on(world, run, decision)

    ways = [
        ("Go on in the world as it was; the run keeps a copy of it", decided(Decision("old"))),
        ("Go back to the last turn that fits; the rest stays in the timeline", decided(Decision("rewind"))),
    ]
    found = {gone.id: gone.near for gone in changed.misfit.gone if gone.near}
    if found:
        named = ", ".join(f"'{old}' to '{new}'" for old, new in found.items())
        ways.append((f"Rename {named} in the whole run", decided(Decision(names={**changed.names, **found}))))
    return ways
