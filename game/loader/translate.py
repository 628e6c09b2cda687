"""A translation laid over a world: a file of texts alone, each under the key path of the text it stands for.

Knows which keys hold texts from the format's marks; a list's items go by their id, or else by their number from 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from game.loader.diagnostics import Diagnostics, Source
from game.loader.limits import check_limits
from game.loader.merge import Merged, parse
from game.loader.positions import Path
from game.loader.schema.kinds import Told, Worded
from game.loader.schema.world import WorldFile
from game.loader.shapes import Shape, inner_shape

_WHOLE = ("sentences", "values", "verbs")
"""Sections that a translation has for itself, in place of the world's."""


def translate(merged: Merged, source: Source, language: str, report: Diagnostics) -> None:
    """Put a translation's texts into a world's tree. What is no text of the world is reported."""
    if not check_limits(source, report):
        return
    tree = parse(source, report)
    for section in _WHOLE:
        merged.replace((section,), tree.pop(section, {}), source, (section,))
    if isinstance(merged.tree.get("world"), dict):  # else the world is refused
        merged.replace(("world", "language"), language, source, ())
    _Overlay(merged, source, report).lay(tree, merged.tree, Shape(table=WorldFile), (), ())


def untranslated(merged: Merged) -> list[Path]:
    """Return the path of every text of a world that the translation laid over it leaves as it was."""
    return [path for path, _ in texts_of(merged) if not merged.is_replaced(path) and path[0] not in _WHOLE]


def texts_of(merged: Merged) -> Iterator[tuple[Path, Any]]:
    """Yield the path and the words of each text that players or models read; names of one key come as a list."""
    return _texts(merged.tree, Shape(table=WorldFile), ())


class _Overlay:
    def __init__(self, merged: Merged, source: Source, report: Diagnostics) -> None:
        self._merged = merged
        self._source = source
        self._report = report

    def lay(self, new: dict[str, Any], old: Any, shape: Shape, here: Path, there: Path) -> None:
        """Lay a table over one of the world: here is its path in the translation, there in the world."""
        for key, value in new.items():
            index = _index(old, key)
            inner = inner_shape(shape, key)
            if index is None:
                self._refuse((*here, key), "there is nothing here to translate", among=tuple(old))
            elif inner.mark is not None:
                self._text(value, old[index], inner, (*here, key), (*there, index))
            elif isinstance(value, dict) and isinstance(old[index], dict | list):
                self.lay(value, old[index], inner, (*here, key), (*there, index))
            elif isinstance(value, list) and inner.item and isinstance(old[index], list):
                self._list(value, old[index], inner.item, (*here, key), (*there, index))
            else:
                self._refuse((*here, key), "this is no text")

    def _text(self, value: Any, old: Any, shape: Shape, here: Path, there: Path) -> None:
        if not isinstance(shape.mark, Told | Worded):
            self._refuse(here, "this is no text")
        elif isinstance(old, dict):
            self._merged.replace((*there, "text"), value, self._source, here)
        elif isinstance(shape.mark, Told) and isinstance(old, list):
            self._list(value, old, shape, here, there)
        else:
            self._merged.replace(there, value, self._source, here)

    def _list(self, value: Any, old: list[Any], shape: Shape, here: Path, there: Path) -> None:
        if not isinstance(value, list) or len(value) != len(old):
            self._refuse(here, f"the world has {len(old)} texts here; translate each of them, in their order")
            return
        for number, each in enumerate(value):
            self._text(each, old[number], shape, (*here, number), (*there, number))

    def _refuse(self, path: Path, message: str, *, among: Sequence[Any] = ()) -> None:
        position = self._merged.position(self._source, path)
        key = str(path[-1])
        near = self._report.nearest(key, [each for each in among if isinstance(each, str)])
        hint = f"did you mean '{near}'?" if near else ""
        self._report.error("W014", message, self._source, position.key, length=len(key), hint=hint)


def _index(old: Any, key: str) -> Any:
    """Return the key of a table's value, or the place of a list's item; None where there is none."""
    if isinstance(old, dict):
        return key if key in old else None
    named = (n for n, each in enumerate(old) if isinstance(each, dict) and each.get("id") == key)
    number = int(key) - 1 if key.isdecimal() and len(key) < 6 else -1
    return next(named, number if 0 <= number < len(old) else None)


def _texts(value: Any, shape: Shape, path: Path) -> Iterator[tuple[Path, Any]]:
    is_text = isinstance(shape.mark, Told | Worded)
    if is_text and not (isinstance(shape.mark, Told) and isinstance(value, list)):
        found = ((*path, "text"), value["text"]) if isinstance(value, dict) else (path, value)
        yield from [found] if found[1] else []
        return
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        yield from _texts(each, shape if is_text else inner_shape(shape, str(key)), (*path, key))
