"""Sentences for what goes wrong with a run's file: SQLite's codes and the system's errors become SaveErrors.

Knows nothing of what was being read or written.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.errors import SaveError

_FULL = "The disk is full, so nothing more can be saved in {path}: free some space and try again."
_FAILED = "The disk failed while {path} was in use: nothing half-written is kept, so try again, then look at the disk."
_DAMAGED = (
    "The file {path} is damaged or is not a run of Loreloom: save what is whole of it with loreloom runs repair, "
    "or put a copy of it back."
)
_FORBIDDEN = "The file {path} may not be opened or written: look at the permissions of it and of its folder."
_NOT_OPENED = (
    "The file {path} could not be opened: look at the permissions of it and of its folder, and for space on the disk."
)
_BUSY = "The file {path} is held by another program: close that program and try again."
_MISSING = "There is no file {path}: look for it in the list of runs, or begin another run."
_TOO_BIG = "A text is too long to be saved in {path}: make it shorter."
_NOT_UNICODE = "A text to be saved in {path} holds half a character: type it again without it."
_OTHER = "The file {path} could not be read or written ({error}): try again, or open another run."

_BY_SQLITE_CODE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _FAILED,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_FORMAT: _DAMAGED,
    sqlite3.SQLITE_PERM: _FORBIDDEN,
    sqlite3.SQLITE_READONLY: _FORBIDDEN,
    sqlite3.SQLITE_CANTOPEN: _NOT_OPENED,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_TOOBIG: _TOO_BIG,
}
_BY_ERRNO = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EIO: _FAILED,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
    errno.ENOENT: _MISSING,
}


class Damaged(Exception):
    """What a file holds does not fit together."""


class TooLong(Exception):
    """A text is longer than a file takes."""


class Unfitting(Exception):
    """What is to be kept does not fit with what is kept already."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn every failure of SQLite, of the system and of decoding inside the block into a SaveError about path."""
    try:
        yield
    except (Damaged, TooLong, UnicodeError, sqlite3.Error, OSError) as error:
        raise SaveError(_form(error).format(path=path, error=error)) from error


def _form(error: Exception) -> str:
    match error:
        case UnicodeEncodeError():
            return _NOT_UNICODE
        case TooLong():
            return _TOO_BIG
        case Damaged() | UnicodeError():
            return _DAMAGED
        case OSError():
            return _BY_ERRNO.get(error.errno or 0, _OTHER)
    # The low byte is the kind of failure, the rest says where it struck (sqlite.org/rescode.html). Python's own
    # errors of this family carry no code: the usual one is text in the file that is not UTF-8.
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return _BY_SQLITE_CODE.get(code & 0xFF, _OTHER)
