"""What the keys of a table are for, read from the marks of its types.

Knows the format's types, and nothing of any table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from game.loader.schema.kinds import Mark, Table, Worded


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value is for, if it is for anything.

    item is the shape of a list's items or of the values of a table with keys of the author's; table is what a table
    with our own keys holds.
    """

    mark: Mark | None = None
    item: Shape | None = None
    table: type[Table] | None = None


@cache
def shapes_of(table: type[Table]) -> Mapping[str, Shape]:
    """Return the shape of each key of a table."""
    return {name: _shape(annotation) for name, annotation in get_type_hints(table, include_extras=True).items()}


def inner_shape(shape: Shape, key: str) -> Shape:
    """Return the shape of what a table has under a key; shape is the table's, or that of a list or table of them."""
    if shape.table is not None:
        return shapes_of(shape.table).get(key, Shape())
    return shape.item or Shape()


def _shape(annotation: Any) -> Shape:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        marks = [each for each in metadata if isinstance(each, Mark)]
        return Shape(marks[0]) if marks else _shape(inner)
    if origin in (Union, UnionType):
        return _either([_shape(each) for each in get_args(annotation)])
    if origin in (list, dict):
        item = _shape(get_args(annotation)[-1])
        return Shape(item=item) if item != Shape() else Shape()
    return Shape(table=annotation) if isinstance(annotation, type) and issubclass(annotation, Table) else Shape()


def _either(shapes: list[Shape]) -> Shape:
    """Return the shape of what may be one of several: a table of ours, or else the first that is for something.

    Words that may also be a table, with a condition beside them, are words all the same.
    """
    tables = [each for each in shapes if each.table is not None]
    words = next((each.mark for each in shapes if isinstance(each.mark, Worded)), None)
    if tables and words:
        return Shape(words, table=tables[0].table)
    return next(iter(tables), next((each for each in shapes if each != Shape()), Shape()))
