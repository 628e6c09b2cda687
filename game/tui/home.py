"""What the screen needs from outside: the worlds, the runs, and how to open one. The command line fills it in.

Knows nothing of folders, files or models.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from game.errors import SaveError
from game.rules.world import World
from game.session.reopening import Decision
from game.session.session import Session
from game.storage.records import RunSummary

Theme = Literal["dark", "light"]


@dataclass(frozen=True, slots=True)
class WorldCard:
    """A world as the library lists it. problem is why it cannot be played, all of it, or empty."""

    id: str
    title: str
    about: str = ""
    author: str = ""
    rating: str = ""
    problem: str = ""

    @classmethod
    def of(cls, world: World) -> WorldCard:
        """Return the card of a world that can be played."""
        return cls(world.id, world.title, world.about, world.author, world.rating)


def _now() -> datetime:
    return datetime.now(UTC)


def _nobody_decides(world: str, run: str, decision: Decision) -> Session:
    del world, decision
    raise SaveError(f"Nothing can be decided about the run {run} here.")


def _nobody_opens(world: str, run: str | None) -> Session:
    del run
    raise SaveError(f"The world {world} cannot be opened here.")


def _nobody_looks(world: str, run: str) -> Session:
    del world
    raise SaveError(f"The run {run} cannot be looked at here.")


def _forget(theme: Theme) -> None:
    del theme


@dataclass(frozen=True, slots=True)
class Home:
    """The doors to everything outside the screen. All but now are called in threads, and may raise GameError.

    open begins a new run of a world, or goes on with the run of that name; go_on does so as was decided about a world
    that was edited; open_rated opens a world above the player's ceiling, for they said so; look opens one that another
    program may be playing. The screen closes the session it gets.
    keep_theme is told when the player changes the theme, for the next time.
    """

    worlds: Callable[[], Sequence[WorldCard]]
    runs: Callable[[], Sequence[RunSummary]]
    open: Callable[[str, str | None], Session]
    go_on: Callable[[str, str, Decision], Session] = _nobody_decides
    open_rated: Callable[[str, str | None], Session] = _nobody_opens
    look: Callable[[str, str], Session] = _nobody_looks
    keep_theme: Callable[[Theme], None] = _forget
    now: Callable[[], datetime] = _now
