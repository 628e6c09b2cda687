"""A run taken back from JSON Lines: an equal one under a new name, or none and a sentence with the line.

Knows nothing of who exported it, and trusts nothing in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from game.archive.formats.records import VERSION, record_in, version_in
from game.archive.soundness import check_sound
from game.errors import SaveError
from game.loader.diagnostics import visible
from game.storage.failures import Unfitting
from game.storage.rebuilding import rebuild
from game.storage.records import Meta, Record
from game.storage.runs import free_name, new_name, run_path

LONGEST_LINE = 64 * 2**20
"""Bytes; a run's world is the longest there is."""
LARGEST_FILE = 2**30
"""Bytes."""


class _Lines:
    """The records of a file, one a line, and the number of the line that was read last."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self._read = 0
        self.number = 0

    def version(self) -> None:
        """Read the first line. Raises SaveError unless it is that of a run of this version."""
        try:
            version = version_in(self._next())
        except ValueError as error:
            raise SaveError(
                visible(f"{self._name} is no run in JSON Lines: export one with `loreloom runs export --format jsonl`.")
            ) from error
        if version > VERSION:
            raise SaveError(visible(f"{self._name} was exported by a newer Loreloom: update this one to import it."))

    def records(self) -> Iterator[Record]:
        """Yield the record of each line. Raises SaveError for the first that is none."""
        while line := self._next():
            try:
                record = record_in(line)
                check_sound(record)
            except ValueError as error:
                raise self.fault(str(error)) from error
            yield record

    def fault(self, what: str) -> SaveError:
        """Return the sentence that says what is wrong with the line."""
        return SaveError(visible(f"{self._name}, line {self.number}: {what}; export the run once more."))

    def _next(self) -> bytes:
        line = self._file.readline(LONGEST_LINE + 1)
        self.number += 1
        self._read += len(line)
        if len(line) > LONGEST_LINE or self._read > LARGEST_FILE:
            raise self.fault(f"it is longer than {LONGEST_LINE >> 20} MiB, or the file than {LARGEST_FILE >> 20}")
        return line


def import_run(file: Path, saves: Path, *, name: str | None = None) -> Path:
    """Take a run back and return its file; without a name it is called as the file is, with a number if that is taken.

    Raises SaveError for anything else than a whole run, and then there is nothing new under saves.
    """
    try:
        with file.open("rb") as opened:
            return _import(_Lines(opened, str(file)), saves, name, file.stem)
    except OSError as error:
        raise SaveError(visible(f"{file} cannot be read ({error.strerror}): name another file.")) from error


def _import(lines: _Lines, saves: Path, name: str | None, usual: str) -> Path:
    lines.version()
    records = lines.records()
    meta = next(records, None)
    if not isinstance(meta, Meta):
        raise lines.fault("what a run was begun with comes first")
    path = _path(saves, meta.world, name, usual)
    try:
        rebuild(path, _after(meta, records))
    except Unfitting as error:
        raise lines.fault("it does not fit with the lines before it, or the last lines are missing") from error
    return path


def _after(meta: Meta, records: Iterator[Record]) -> Iterator[Record]:
    yield meta
    yield from records


def _path(saves: Path, world: str, name: str | None, usual: str) -> Path:
    """Return where the run is put. Raises SaveError for a name, or a world's id, that may be none or is taken."""
    if name is not None:
        return run_path(saves, world, name)
    try:
        return run_path(saves, world, free_name(saves, world, usual))
    except SaveError:
        return run_path(saves, world, new_name(saves, world))
