"""A disk whose power fails: from the record of what was done to it, what might be found on it afterwards.

Knows nothing of runs. What was synced is there; of the rest, anything may be missing or torn, in any order: this is
harsher than any file system that keeps the order of its own entries.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path, PurePosixPath

_HEAD = struct.Struct("=cHHqQ")
_SECTOR = 512
_TORN = 0.3


@dataclass(frozen=True, slots=True)
class Done:
    """One operation of a record: c(reate), d(irectory), w(rite), t(runcate), s(ync), u(nlink), r(ename) or ! (mark)."""

    kind: str
    name: str
    other: str
    offset: int
    data: bytes


def read_record(file: Path) -> Iterator[Done]:
    """Yield the operations that the shim recorded."""
    content, at = file.read_bytes(), 0
    while at < len(content):
        kind, name, other, offset, size = _HEAD.unpack_from(content, at)
        ends = [at := at + _HEAD.size, at := at + name, at := at + other, at := at + size]
        texts = [content[start:end] for start, end in pairwise(ends)]
        yield Done(kind.decode(), texts[0].decode(), texts[1].decode(), offset, texts[2])


@dataclass(slots=True)
class Inode:
    """A file: what is on the disk, and what was done to it since it was synced."""

    synced: bytes = b""
    pending: list[Done] = field(default_factory=list)

    def now(self) -> bytes:
        """Return what a program reads."""
        content = bytearray(self.synced)
        for done in self.pending:
            _do(content, done, done.data)
        return bytes(content)

    def found(self, chance: random.Random) -> bytes:
        """Return what may be found after the power failed."""
        content = bytearray(self.synced)
        kept = chance.random()
        for done in self.pending:
            if chance.random() < kept:
                _do(content, done, done.data)
            elif done.kind == "w" and chance.random() < _TORN:
                _tear(content, done, chance)
        return bytes(content)


@dataclass(slots=True)
class Disk:
    """A folder on a disk as a record makes it. Entries are of names to files; None is a folder."""

    entries: dict[str, Inode | None] = field(default_factory=dict)
    synced: dict[str, Inode | None] = field(default_factory=dict)
    pending: list[Done] = field(default_factory=list)

    def do(self, done: Done) -> None:
        """Take in an operation."""
        match done.kind:
            case "w" | "t":
                if inode := self.entries.get(done.name):
                    inode.pending.append(done)
            case "s":
                self._sync(done.name)
            case "c" | "d" | "u" | "r":
                self.pending.append(done)
                self._enter(self.entries, done, Inode() if done.kind == "c" else None)

    def now(self) -> dict[str, bytes | None]:
        """Return what a program sees."""
        return {name: inode.now() if inode else None for name, inode in self.entries.items()}

    def found(self, chance: random.Random) -> dict[str, bytes | None]:
        """Return what may be found after the power failed."""
        entries, kept = dict(self.synced), chance.random()
        for done in self.pending:
            if chance.random() < kept:
                self._enter(entries, done, self._made.get(id(done)))
        return {name: inode.found(chance) if inode else None for name, inode in entries.items()}

    _made: dict[int, Inode | None] = field(default_factory=dict)

    def _enter(self, entries: dict[str, Inode | None], done: Done, made: Inode | None) -> None:
        match done.kind:
            case "c" | "d":
                entries[done.name] = self._made[id(done)] = made
            case "u":
                entries.pop(done.name, None)
            case "r" if done.name in entries:
                entries[done.other] = entries.pop(done.name)

    def _sync(self, name: str) -> None:
        if inode := self.entries.get(name):
            inode.synced, inode.pending = inode.now(), []
            return
        mine = [done for done in self.pending if str(PurePosixPath(done.name).parent) == name]
        for done in mine:
            self._enter(self.synced, done, self._made.get(id(done)))
        self.pending = [done for done in self.pending if done not in mine]


def write_image(found: dict[str, bytes | None], folder: Path, *, instead: str) -> None:
    """Write what was found into a folder, instead of the one that was recorded; nothing lies in a folder not found."""
    there = {instead}
    for name, content in sorted(found.items()):
        if str(PurePosixPath(name).parent) not in there:
            continue
        path = folder / PurePosixPath(name).relative_to(instead)
        if content is None:
            path.mkdir()
            there.add(name)
        else:
            path.write_bytes(content)


def _do(content: bytearray, done: Done, data: bytes) -> None:
    if done.kind == "t":
        del content[done.offset :]
        content.extend(bytes(done.offset - len(content)))
        return
    content.extend(bytes(max(0, done.offset - len(content))))
    content[done.offset : done.offset + len(data)] = data


def _tear(content: bytearray, done: Done, chance: random.Random) -> None:
    """Write some of a write's sectors, whole ones of the disk's."""
    end = done.offset + len(done.data)
    for sector in range(done.offset // _SECTOR * _SECTOR, end, _SECTOR):
        if chance.random() < 0.5:
            start, stop = max(sector, done.offset), min(sector + _SECTOR, end)
            part = done.data[start - done.offset : stop - done.offset]
            _do(content, Done("w", done.name, "", start, part), part)
