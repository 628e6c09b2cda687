"""Several TOML files put together as one, remembering which file and place every part came from.

Knows which sections a world has, and nothing of what is in them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

import tomli

from game.loader.diagnostics import Diagnostics, Source
from game.loader.limits import check_limits
from game.loader.positions import Path, Position, index_positions, key_span
from game.loader.syntax import explain
from game.story.clean import clean

# The sections that several files may add to: tables key by key, arrays item by item.
_SHARED: dict[str, type] = {
    **dict.fromkeys(("facts", "table", "place", "thing", "person", "quest", "details"), dict),
    **dict.fromkeys(("sentences", "verbs", "values"), dict),
    **dict.fromkeys(("scene", "rule", "ending", "lore", "secret", "path", "include"), list),
}

_ESCAPE = re.compile(r"\\[^\\\"\snt]")  # but those of signs that every text may have


@dataclass
class Merged:
    """tree is the whole world as plain values; locate and where find where a path of it was written."""

    tree: dict[str, Any] = field(default_factory=dict)
    _origins: dict[Path, tuple[Source, Path]] = field(default_factory=dict)
    _indices: dict[str, dict[Path, Position]] = field(default_factory=dict)
    _line_ends: dict[str, list[int]] = field(default_factory=dict)
    _replaced: dict[Path, tuple[Source, Path]] = field(default_factory=dict)
    _first: Source = field(default_factory=lambda: Source("", ""))

    def locate(self, path: Path) -> tuple[Source, Position]:
        """Return the source and position of path, or of its nearest parent that was written somewhere."""
        source, path = self._origin(path)
        return source, self.position(source, path)

    def key(self, path: Path) -> tuple[Source, int, int]:
        """Return the source, offset and length of the key that path ends with; within a header that of its name."""
        source, position = self.locate(path)
        return source, *key_span(source.text, position.key, str(path[-1]))

    def replace(self, path: Path, value: Any, source: Source, written: Path) -> None:
        """Put a value in the place of another, or add it: it was written in a source, under a path of its own there."""
        *parents, last = path
        there: Any = self.tree
        for part in parents:
            there = there[part]
        there[last] = value
        self._replaced[path] = (source, written)

    def is_replaced(self, path: Path) -> bool:
        """Return whether a path, or what it is part of, was replaced."""
        return any(path[:length] in self._replaced for length in range(1, len(path) + 1))

    def where(self, path: Path) -> str:
        """Return the file and line of path, as "inn.toml:12"."""
        source, position = self.locate(path)
        if source.name not in self._line_ends:
            self._line_ends[source.name] = [end.start() for end in re.finditer("\n", source.text)]
        return f"{source.name}:{bisect_left(self._line_ends[source.name], position.key) + 1}"

    def position(self, source: Source, path: Path) -> Position:
        """Return the position of a path of a source itself, or of its nearest parent there."""
        if source.name not in self._indices:
            self._indices[source.name] = index_positions(source.text)
        index = self._indices[source.name]
        while path and path not in index:
            path = path[:-1]
        return index.get(path, Position(0, 0))

    def _origin(self, path: Path) -> tuple[Source, Path]:
        for length in range(len(path), 0, -1) if self._replaced else ():
            if path[:length] in self._replaced:
                source, written = self._replaced[path[:length]]
                return source, written + path[length:]
        for length in (2, 1):
            if path[:length] in self._origins:
                source, start = self._origins[path[:length]]
                return source, start + path[length:]
        return self._first, path

    def add(self, source: Source, tree: dict[str, Any], report: Diagnostics) -> None:
        """Put one file's values in. A key that an earlier file has already is reported with both places."""
        if not self._first.name:
            self._first = source
        for section, value in tree.items():
            if section == "schema" and section in self.tree:
                continue
            if not self._is_shared(section, value):
                self._add_key(self.tree, (section,), value, source, report)
            elif isinstance(value, dict):
                self._add_table(section, value, source, report)
            else:
                self._add_array(section, value, source)

    def _is_shared(self, section: str, value: Any) -> bool:
        """Return whether value can be put to what earlier files say in section: both are tables, or both arrays."""
        kind = _SHARED.get(section)
        return kind is not None and isinstance(value, kind) and isinstance(self.tree.get(section, value), kind)

    def _add_table(self, section: str, table: dict[str, Any], source: Source, report: Diagnostics) -> None:
        there = self.tree.setdefault(section, {})
        self._origins.setdefault((section,), (source, (section,)))
        for key, value in table.items():
            self._add_key(there, (section, key), value, source, report)

    def _add_key(self, there: dict[str, Any], path: Path, value: Any, source: Source, report: Diagnostics) -> None:
        key = str(path[-1])
        if key in there:
            offset = self.position(source, path).key
            message = f"'{key}' is already in {self.where(path)}"
            report.error("W004", message, source, offset, length=len(key), hint="keep one of them")
            return
        there[key] = value
        self._origins[path] = (source, path)

    def _add_array(self, section: str, items: list[Any], source: Source) -> None:
        there = self.tree.setdefault(section, [])
        self._origins.setdefault((section,), (source, (section,)))
        for number, item in enumerate(items):
            self._origins[section, len(there)] = (source, (section, number))
            there.append(item)


def merge(sources: list[Source], report: Diagnostics) -> Merged:
    """Return all sources as one tree, cleaned; limits that are broken and syntax errors are reported."""
    merged = Merged()
    for source in sources:
        if check_limits(source, report):
            merged.add(source, parse(source, report), report)
    return merged


def parse(source: Source, report: Diagnostics) -> dict[str, Any]:
    """Return a source as plain values, cleaned; a syntax error is reported."""
    try:
        tree = tomli.loads(source.text)
    except tomli.TOMLDecodeError as error:
        fault = explain(source.text, error)
        report.error("W001", fault.message, source, fault.offset, hint=fault.hint)
        return {}
    except (RecursionError, ValueError) as error:
        report.error("W001", f"the file cannot be read: {error}", source, 0)
        return {}
    return tree if _is_clean(source.text) else dict(_cleaned(tree))


def _is_clean(text: str) -> bool:
    """Return whether no sign of a source, and none that it stands for by an escape, is one that is cleaned away."""
    return text.replace("\n", "").replace("\t", "").isprintable() and not _ESCAPE.search(text)


def _cleaned(value: Any) -> Any:
    """Return value with every text in it cleaned: nothing of a world reaches a screen as control."""
    match value:
        case str():
            return clean(value)
        case dict():
            return {clean(key): _cleaned(each) for key, each in value.items()}
        case list():
            return [_cleaned(each) for each in value]
    return value
