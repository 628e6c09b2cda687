"""Worlds built again from the copy of their files that a run keeps.

Knows nothing of runs, or of where the files once were.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.errors import WorldError
from game.loader.diagnostics import Source
from game.loader.load import build_project
from game.rules.world import World


def world_of_copy(files: Sequence[tuple[str, str]], *, language: str) -> World:
    """Return the world that some files, as a World has them, were; language is the one it is told in.

    Raises WorldError where this program cannot read them any more.
    """
    sources = [Source(name, text) for name, text in files]
    translation = sources.pop() if _is_translation(sources, language) else None
    project = build_project(sources, translation=translation, language=language)
    project.report.raise_errors()
    if project.world is None:
        raise WorldError("The copy of its world that the run keeps does not fit the format of today.")
    return project.world


def _is_translation(sources: Sequence[Source], language: str) -> bool:
    """Return whether the last file is a translation: beside the world, so in no folder of it, and named for one."""
    last = sources[-1].name if sources else ""
    return len(sources) > 1 and "/" not in last and last.endswith(f".{language}.toml")
