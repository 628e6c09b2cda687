"""The pages of an SQLite file read by hand, for a damaged one: the rows of every leaf that can still be read.

Knows nothing of tables: what a row is of, and whether it is whole, is for its reader to find out. The format is that of
sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from game.storage.connection import LONGEST_TEXT
from game.storage.failures import Damaged

Value = int | float | str | bytes | None
Row = tuple[Value, ...]

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_USUAL_PAGE_BYTES = 4096
_TABLE_LEAF = 0x0D
_LONGEST_VARINT = 9
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FIXED: dict[int, Value] = {0: None, 8: 0, 9: 1}
_REAL = 7


def rows_of(content: bytes) -> Iterator[Row]:
    """Yield the rows of every leaf of a table, in the order of the pages; those that cannot be read are left out.

    A first value that is NULL is given as the row's number: that is how SQLite keeps an INTEGER PRIMARY KEY. A header
    that tells of other pages than this program writes may be damaged: those are looked for too, and rows may repeat.
    """
    for file in dict.fromkeys((_as_told(content), _as_usual(content))):
        free = _free_pages(file)
        for number in range(1, len(content) // file.page_bytes + 1):
            if number not in free:
                yield from _rows_on(file, number)


@dataclass(frozen=True, slots=True)
class _File:
    """usable is the part of each page that SQLite uses, in bytes."""

    content: bytes
    page_bytes: int
    usable: int

    def page(self, number: int) -> bytes:
        """Return a page; numbers count from 1. Raises Damaged."""
        page = self.content[(number - 1) * self.page_bytes : number * self.page_bytes] if number > 0 else b""
        if len(page) < self.page_bytes:
            raise Damaged
        return page


def _as_usual(content: bytes) -> _File:
    return _File(content, _USUAL_PAGE_BYTES, _USUAL_PAGE_BYTES)


def _as_told(content: bytes) -> _File:
    """Return a file in the form that its header tells of, as far as that can be."""
    if content.startswith(_MAGIC) and len(content) >= _HEADER_BYTES:
        (size,) = struct.unpack_from(">H", content, 16)
        size = 65_536 if size == 1 else size
        if size >= 512 and size & (size - 1) == 0:
            return _File(content, size, size - content[20])
    return _as_usual(content)


def _free_pages(file: _File) -> frozenset[int]:
    """Return the pages that hold nothing any more, or none of them where their list cannot be trusted."""
    free: set[int] = set()
    try:
        trunk, count = struct.unpack_from(">II", file.page(1), 32)
        while trunk and len(free) < count:
            following, leaves = struct.unpack_from(">II", file.page(trunk))
            free.update((trunk, *struct.unpack_from(f">{leaves}I", file.page(trunk), 8)))
            trunk = following
    except (Damaged, struct.error):
        return frozenset()
    return frozenset(free) if len(free) == count else frozenset()


def _rows_on(file: _File, number: int) -> Iterator[Row]:
    page = file.page(number)
    head = _HEADER_BYTES if number == 1 else 0
    if page[head] != _TABLE_LEAF:
        return
    (count,) = struct.unpack_from(">H", page, head + 3)
    pointers = page[head + 8 : head + 8 + 2 * count]
    for (at,) in struct.iter_unpack(">H", pointers[: len(pointers) // 2 * 2]):
        try:
            yield _row_at(file, page, at)
        except (Damaged, UnicodeDecodeError):
            continue


def _row_at(file: _File, page: bytes, at: int) -> Row:
    size, at = _varint(page, at)
    number, at = _varint(page, at)
    row = tuple(_values(_payload(file, page, at, size)))
    return (_signed(number), *row[1:]) if row[:1] == (None,) else row


def _payload(file: _File, page: bytes, at: int, size: int) -> bytes:
    """Return a row's bytes: those on its page, and those on the chain of pages that it overflows to."""
    if size > min(len(file.content), LONGEST_TEXT):
        raise Damaged
    local = _local_bytes(file.usable, size)
    payload = bytearray(_taken(page, at, local))
    if local == size:
        return bytes(payload)
    (following,) = struct.unpack(">I", _taken(page, at + local, 4))
    while len(payload) < size:
        overflow = file.page(following)
        payload += overflow[4 : 4 + min(file.usable - 4, size - len(payload))]
        (following,) = struct.unpack_from(">I", overflow)
    return bytes(payload)


def _local_bytes(usable: int, size: int) -> int:
    """Return how much of a row is on its own page: section 1.6 of the format, whose U, P, X, M and K these are."""
    most, least = usable - 35, (usable - 12) * 32 // 255 - 23
    if size <= most:
        return size
    kept = least + (size - least) % (usable - 4)
    return kept if kept <= most else least


def _values(record: bytes) -> Iterator[Value]:
    header, at = _varint(record, 0)
    body = header
    if header > len(record):
        raise Damaged
    while at < header:
        kind, at = _varint(record, at)
        value, size = _value(record, body, kind)
        body += size
        yield value


def _value(record: bytes, at: int, kind: int) -> tuple[Value, int]:
    """Return a value and how many bytes it takes."""
    if kind in _FIXED:
        return _FIXED[kind], 0
    if kind in _INTEGER_BYTES:
        size = _INTEGER_BYTES[kind]
        return int.from_bytes(_taken(record, at, size), signed=True), size
    if kind == _REAL:
        return cast("float", struct.unpack(">d", _taken(record, at, 8))[0]), 8
    if kind < 12:
        raise Damaged
    size = (kind - 12) // 2
    taken = _taken(record, at, size)
    return (taken.decode() if kind % 2 else taken), size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, not below zero, and where the next begins."""
    value = 0
    for length in range(1, _LONGEST_VARINT + 1):
        (byte,) = _taken(data, at + length - 1, 1)
        if length == _LONGEST_VARINT:
            return value << 8 | byte, at + length
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + length
    raise Damaged


def _signed(number: int) -> int:
    return number - 2**64 if number >= 2**63 else number


def _taken(data: bytes, at: int, size: int) -> bytes:
    taken = data[at : at + size]
    if len(taken) != size:
        raise Damaged
    return taken
