"""A world's files looked at again and again, for an author who plays while they write.

Knows nothing of runs, or of who looks. The texts are compared, not times and sizes: they are what counts, wherever the
files are included from and however an editor puts them in place.
"""

from __future__ import annotations

from pathlib import Path
from time import sleep

from game.errors import WorldError
from game.loader.diagnostics import Diagnostic, Source, WorldFaults
from game.loader.load import load_world, read_sources, translation_of
from game.rules.world import World

_PAUSE_S = 0.1
"""Files that differ within this time are still being written."""


class Watch:
    """The files of one world, and of its translation into a language."""

    def __init__(self, path: Path, language: str) -> None:
        self._path = path
        self._language = language
        self._seen = self._texts()

    def look(self) -> World | None:
        """Return the world if its files have changed since they were looked at last, and None if they have not.

        Raises WorldError, with the first mistake alone, once for each change that leaves no world. Files that are being
        written are left to the next look.
        """
        found = self._texts()
        if found == self._seen:
            return None
        sleep(_PAUSE_S)
        if found != self._texts():
            return None
        self._seen = found
        try:
            return load_world(self._path, language=self._language)
        except WorldFaults as faults:
            raise WorldError(_shortly(faults.errors[0])) from faults

    def _texts(self) -> list[Source] | str:
        """Return all that the files say, or why they cannot be read."""
        translation = translation_of(self._path, self._language)
        try:
            return [*read_sources(self._path), *(read_sources(translation) if translation.exists() else ())]
        except (WorldError, OSError) as error:  # a folder may go while it is listed
            return str(error)


def _shortly(error: Diagnostic) -> str:
    """Return what is wrong and where, without the line itself; what was meant, if that is known."""
    what, where, *_ = error.render().splitlines()
    return f"{what}\n{where}" + (f": {error.hint}" if error.hint else "")
