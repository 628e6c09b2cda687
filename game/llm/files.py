"""Big files on disk: their digests, moving them into place whole, and one maker at a time.

Knows nothing of models or of where the files come from.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from game.errors import ModelError

RESERVE = 64 * 2**20
"""Bytes that are left free on a disk, for saves and settings."""


def sha256_of(file: Path) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def stamp_of(file: Path) -> str:
    """Return a file's size and time, which are others once it was written again; raises OSError."""
    status = file.stat()
    return f"{status.st_size} bytes at {status.st_mtime_ns} ns"


def is_gguf(file: Path) -> bool:
    """Return whether a file is there and begins as a GGUF file does."""
    try:
        with file.open("rb") as stream:
            return stream.read(4) == b"GGUF"
    except OSError:
        return False


def require_space(folder: Path, needed: int, *, purpose: str) -> None:
    """Raise ModelError unless the folder's disk has room for the bytes needed and a reserve."""
    free = shutil.disk_usage(folder).free
    if free < needed + RESERVE:
        short = megabytes(needed + RESERVE - free)
        raise ModelError(f"The disk of {folder} is too full for {purpose}: free {short} more and try again.")


def megabytes(size: int) -> str:
    """Return a size in bytes for a reader, rounded up to a megabyte, or in gigabytes from 10,000 of them."""
    whole = -(-size // 10**6)
    return f"{whole} MB" if whole < 10_000 else f"{size / 10**9:.1f} GB"


def settle(draft: Path, target: Path) -> None:
    """Give a finished draft its name, so that a crash leaves the old file or the whole new one."""
    with draft.open("rb") as stream:
        os.fsync(stream.fileno())
    draft.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def remove(files: Iterable[Path]) -> None:
    """Remove files, those that are already gone too."""
    for file in files:
        file.unlink(missing_ok=True)


def write_text(target: Path, text: str) -> None:
    """Replace a small text file whole."""
    draft = target.with_name(f"{target.name}.tmp")
    draft.write_text(text, encoding="utf-8")
    settle(draft, target)


@contextlib.contextmanager
def only_maker(lock: Path) -> Iterator[int]:
    """Wait until no other process holds the lock file, then hold it; yields its descriptor, for a child to share.

    The lock dies with its last holder, so a killed maker leaves nothing locked.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield stream.fileno()
