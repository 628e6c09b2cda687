"""The world that a turn was played by: from the copy that the run keeps, or the one that is installed.

Knows nothing of where worlds are installed: it is given how to ask for one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from game.errors import WorldError
from game.loader.copies import world_of_copy
from game.rules.world import World
from game.storage.rewriting import REWRITTEN
from game.storage.snapshot import Snapshot

Installed = Callable[[str, str], World | None]
"""Asked for a world by its id, in a language; None where it is not here, or cannot be read."""

_MOST_DIGITS = 19
_CHANGED = "The run keeps no copy of its world, and the world '{id}' {here}: put back the one it was begun with."
_UNREAD = "The copy of its world that the run keeps cannot be read by this program: {problem}"


class Worlds:
    """The worlds of one run, each built when it is first asked for."""

    def __init__(self, run: Snapshot, installed: Installed) -> None:
        self._meta = run.meta
        self._copies = run.worlds()
        self._firsts = [copy.first for copy in self._copies]
        self._rewritten = _number(run.setting(REWRITTEN))
        self._installed = installed
        self._built: dict[int, World | WorldError] = {}
        self._here: tuple[World | None, ...] = ()

    def number_of(self, turn_id: int) -> int:
        """Return which of the run's copies, counted from 1, is the world of a turn; 0 is for the one installed."""
        return bisect_right(self._firsts, turn_id)

    def is_rewritten(self, turn_id: int) -> bool:
        """Return whether a turn was written anew after it was played, because ids were renamed.

        The copies begin with the world that it is of now, which is another than it was played by.
        """
        return turn_id <= self._rewritten

    def played(self, turn_id: int) -> World:
        """Return exactly the world that a turn was played by. Raises WorldError with the sentence that says why not."""
        number = self.number_of(turn_id)
        if number not in self._built:
            self._built[number] = self._copy(number) if number else self._unchanged()
        found = self._built[number]
        if isinstance(found, WorldError):
            raise found
        return found

    def known(self, turn_id: int) -> World | None:
        """Return the world a turn was played by or, where it cannot be had, the installed one: good for its names."""
        try:
            return self.played(turn_id)
        except WorldError:
            return self._now()

    def _copy(self, number: int) -> World | WorldError:
        try:
            return world_of_copy(self._copies[number - 1].files, language=self._meta.language)
        except WorldError as error:
            return WorldError(_UNREAD.format(problem=str(error).partition("\n")[0]))

    def _unchanged(self) -> World | WorldError:
        world = self._now()
        if world is not None and world.digest == self._meta.world_digest:
            return world
        here = "is not installed" if world is None else "has been edited since"
        return WorldError(_CHANGED.format(id=self._meta.world, here=here))

    def _now(self) -> World | None:
        if not self._here:
            self._here = (self._installed(self._meta.world, self._meta.language),)
        return self._here[0]


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < _MOST_DIGITS else 0
