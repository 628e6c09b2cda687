"""Texts that a world names and that must not be repeated: read from the world's own folder, never from outside it.

Knows nothing of how they are kept from being repeated.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from game.errors import WorldError
from game.loader.diagnostics import visible
from game.loader.plain import read_bytes, text_of

MOST_BYTES = 2_000_000
"""Of all texts that a world protects."""


class ProtectedTexts:
    """Reads the protected texts of one world, until they are more than it may have."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._left = MOST_BYTES

    def read(self, name: str) -> str:
        """Return what a file says. Raises WorldError, in half a sentence."""
        parts = PurePosixPath(name)
        if parts.is_absolute() or ".." in parts.parts or "\\" in name or "\0" in name:
            raise WorldError(f"'{name}' is not in the world's own folder")
        path = self._folder / parts
        if any(each.is_symlink() for each in (path, *path.parents) if self._folder in each.parents):
            raise WorldError(f"'{name}' is reached by a link")
        data = self._bytes(path, name)
        self._left -= len(data)
        if self._left < 0:
            raise WorldError(f"the texts to protect are larger than {MOST_BYTES // 1_000_000} MB in all")
        return text_of(data, name=name)

    def _bytes(self, path: Path, name: str) -> bytes:
        try:
            return read_bytes(path, most=MOST_BYTES)
        except WorldError as error:
            there = "is too large, or no plain file" if path.exists() else "is not there"
            raise WorldError(f"'{visible(name)}' {there}") from error
