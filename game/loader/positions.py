"""Where each key of a TOML file stands: an index from key path to offsets, made only when something must be shown.

Knows nothing of worlds. Reads text that a TOML parser has accepted, so it can be simple.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import tomli

from game.loader.tokens import Token, tokenize

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """Offsets, in characters, of a key and of its value; of a table's header both are the header's."""

    key: int
    value: int


def index_positions(text: str) -> dict[Path, Position]:
    """Return the position of every key path in text."""
    return _Indexer(text).index()


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
        if key is not None and value is not None:
            self._found[path] = Position(key.start, value.start)


def _unquoted(token: Token) -> str:
    if token.kind == "bare":
        return token.text
    return str(tomli.loads(f"key = {token.text}")["key"])
