"""Plain files read whole, within a limit on their bytes; anything else in their place is refused unread.

Knows nothing of what is in them.
"""

from __future__ import annotations

import stat
from pathlib import Path

from game.errors import WorldError
from game.loader.diagnostics import visible
from game.loader.limits import MAX_BYTES


def read_text(path: Path) -> str:
    """Return the text of a plain file, at most MAX_BYTES of it. Raises WorldError."""
    return text_of(read_bytes(path), name=str(path))


def read_bytes(path: Path, *, most: int = MAX_BYTES) -> bytes:
    """Return what is in a plain file. Raises WorldError, also for one of more than the most bytes."""
    try:
        _check_plain(path, most)
        return path.read_bytes()
    except OSError as error:
        raise WorldError(f"{shown(path)} cannot be read ({error.strerror}); check that the file is there.") from error


def text_of(data: bytes, *, name: str) -> str:
    """Return what is in the file of a name as text, its lines ended by newlines alone. Raises WorldError."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise WorldError(f"{visible(name)} is not UTF-8 text (byte {error.start}); save it as UTF-8.") from error


def shown(path: Path) -> str:
    """Return a path as it can be shown."""
    return visible(str(path))


def _check_plain(path: Path, most: int) -> None:
    """Raise WorldError for what is no plain file of that size: to open a pipe would be to wait for ever."""
    status = path.lstat()
    if stat.S_ISLNK(status.st_mode):
        raise WorldError(f"{shown(path)} is a link; put what it leads to in its place.")
    if not stat.S_ISREG(status.st_mode):
        raise WorldError(f"{shown(path)} is not a plain file, and nothing else is read; take it out, or name another.")
    if status.st_size > most:
        raise WorldError(
            f"{shown(path)} is larger than {most // 1_000_000} MB; make it smaller, or several files of it."
        )
