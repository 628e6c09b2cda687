"""Where each key of a TOML file stands: an index from key path to offsets, made only when something must be shown.

Knows nothing of worlds. Reads text that a TOML parser has accepted, so it can be simple.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import tomli

from game.loader.tokens import Token, tokenize
from game.story.clean import clean

Path = tuple[str | int, ...]

# A text opens with its quotes; a newline right after three of them is no part of it.
_OPENING = re.compile(r'"""(?:\r?\n)?|\'\'\'(?:\r?\n)?|"|\'')
_ESCAPE = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\[ \t]*\r?\n[ \t\r\n]*|\\."
_PIECES = {'"': re.compile(rf"{_ESCAPE}|.", re.DOTALL), "'": re.compile(r".", re.DOTALL)}


@dataclass(frozen=True, slots=True)
class Position:
    """Offsets, in characters, of a key and of its value; of a table's header both are the header's."""

    key: int
    value: int


def index_positions(text: str) -> dict[Path, Position]:
    """Return the position of every key path in text."""
    return _Indexer(text).index()


def key_span(text: str, offset: int, name: str) -> tuple[int, int]:
    """Return the offset and length of a key, or within the header of a table that of its name, if it has one."""
    if not text.startswith("[", offset):
        return offset, len(name)
    end = text.index("]", offset)
    named = text.rfind(name, offset, end)
    return (named, len(name)) if named >= 0 else (offset, len(text[offset:end].rstrip()) + 1)


def offset_in_text(source: str, start: int, column: int) -> int:
    """Return where in source a character stands, given by its column in the cleaned value of the text at start.

    All are in characters from 0. The column after the last one is that of the closing quote.
    """
    opening = _OPENING.match(source, start)
    if not opening:
        return start
    at = opening.end()
    for piece in _PIECES[source[start]].finditer(source, at):
        at = piece.start()
        size = _size(piece.group())
        if size > column:
            return at
        column -= size
    return at


def _size(piece: str) -> int:
    """Return how many characters of a cleaned value a piece of its source stands for: one, or none."""
    return len(clean(str(tomli.loads(f'key = """{piece}"""')["key"]) if len(piece) > 1 else piece))


class _Indexer:
    def __init__(self, text: str) -> None:
        self._tokens: Iterator[Token] = tokenize(text)
        self._next: Token | None = next(self._tokens, None)
        self._table: Path = ()
        self._counts: dict[Path, int] = {}
        self._found: dict[Path, Position] = {}

    def index(self) -> dict[Path, Position]:
        while self._next is not None:
            if self._at("["):
                self._header()
            elif self._next.kind == "newline":
                self._step()
            else:
                self._pair(self._table)
        return self._found

    def _at(self, *marks: str) -> bool:
        return self._next is not None and self._next.kind == "mark" and self._next.text in marks

    def _step(self) -> Token | None:
        token, self._next = self._next, next(self._tokens, None)
        return token

    def _header(self) -> None:
        start = self._step()
        is_array = self._at("[")
        if is_array:
            self._step()
        parts = self._key()
        path = self._resolve(parts[:-1]) + parts[-1:]
        if is_array:
            self._counts[path] = self._counts.get(path, -1) + 1
            path += (self._counts[path],)
        self._table = path
        self._note(path, start, start)
        while self._next is not None and self._next.kind != "newline":
            self._step()

    def _resolve(self, parts: Path) -> Path:
        """Return the path of a header's parents, each array of tables standing for its last item."""
        path: Path = ()
        for part in parts:
            path += (part,)
            if path in self._counts:
                path += (self._counts[path],)
        return path

    def _key(self) -> Path:
        parts: list[str | int] = []
        while self._next is not None and (self._next.kind in ("bare", "string") or self._at(".")):
            token = self._step()
            if token is not None and token.text != ".":
                parts.append(_unquoted(token))
        return tuple(parts)

    def _pair(self, table: Path) -> None:
        start = self._next
        path = table + self._key()
        if not self._at("="):
            self._step()
            return
        self._step()
        self._note(path, start, self._next)
        self._value(path)

    def _value(self, path: Path) -> None:
        if self._at("["):
            self._array(path)
        elif self._at("{"):
            self._inline(path)
        else:
            while self._next is not None and not self._at(",", "]", "}") and self._next.kind != "newline":
                self._step()

    def _array(self, path: Path) -> None:
        self._step()
        number = 0
        while self._next is not None and not self._at("]"):
            if self._next.kind == "newline" or self._at(",", "}"):
                self._step()
                continue
            self._note((*path, number), self._next, self._next)
            self._value((*path, number))
            number += 1
        self._step()

    def _inline(self, path: Path) -> None:
        self._step()
        while self._next is not None and not self._at("}"):
            if self._next.kind == "newline" or self._at(","):
                self._step()
                continue
            self._pair(path)
        self._step()

    def _note(self, path: Path, key: Token | None, value: Token | None) -> None:
        if key is None or value is None:
            return
        position = Position(key.start, value.start)
        for length in range(1, len(path)):
            self._found.setdefault(path[:length], position)  # a parent without a line of its own is where a child is
        self._found[path] = position


def _unquoted(token: Token) -> str:
    if token.kind == "bare":
        return token.text
    return str(tomli.loads(f"key = {token.text}")["key"])
