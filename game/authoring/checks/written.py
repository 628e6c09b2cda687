"""What an author wrote that is more than a name or a number: conditions, effects and texts, each with its key path.

Knows the format's marks, and nothing of what any of it is for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from game.loader.positions import Path
from game.loader.schema.kinds import Asks, Does, Told, Worded
from game.loader.schema.world import WorldFile
from game.loader.shapes import Shape, shapes_of
from game.rules.texts import asked_in

_PLAIN = Shape()


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition, or where shown an expression whose value a text shows; start is where in the value it begins."""

    source: str
    path: Path
    start: int = 0
    shown: bool = False


@dataclass(slots=True)
class Written:
    """All that was found. The paths of conditions that texts hold are those of the texts; effects are listed apart.

    told holds what players may be told, worded the words that always read the same.
    """

    asked: list[Asked] = field(default_factory=list)
    effects: list[tuple[Path, str]] = field(default_factory=list)
    told: list[tuple[Path, str]] = field(default_factory=list)
    worded: list[tuple[Path, str]] = field(default_factory=list)


def written_in(tree: Mapping[str, Any]) -> Written:
    """Return what stands in the tree of a whole world, but for its paths: they are not part of it."""
    written = Written()
    for section, value in tree.items():
        if section != "path":
            _gather(value, shapes_of(WorldFile).get(section, Shape()), (section,), written)
    return written


def _gather(value: Any, shape: Shape, path: Path, written: Written) -> None:  # noqa: C901 - one case for each mark
    match shape.mark:
        case Asks() if isinstance(value, str):
            written.asked.append(Asked(value, path))
        case Does():
            written.effects.extend(((*path, number), each) for number, each in enumerate(value))
        case Told():
            for where, text in _wordings(value, path, written):
                written.told.append((where, text))
                written.asked.extend(Asked(each.source, where, each.start, each.shown) for each in asked_in(text))
        case Worded() if isinstance(value, dict):
            for key, each, inner in _within(value, shape):
                _gather(each, inner, (*path, key), written)
        case Worded() if isinstance(value, list):
            written.worded.extend(((*path, number), each) for number, each in enumerate(value))
        case Worded():
            written.worded.append((path, value))
        case None:
            for key, each, inner in _within(value, shape):
                _gather(each, inner, (*path, key), written)


def _within(value: Any, shape: Shape) -> Iterator[tuple[str | int, Any, Shape]]:
    """Yield the parts of a table or list in which there may be something, and their shapes."""
    if isinstance(value, dict) and shape.table is not None:
        shapes = shapes_of(shape.table)
        yield from ((key, each, inner) for key, each in value.items() if (inner := shapes[key]) != _PLAIN)
    elif shape.item is not None and isinstance(value, dict):
        yield from ((key, each, shape.item) for key, each in value.items())
    elif shape.item is not None and isinstance(value, list):
        yield from ((number, each, shape.item) for number, each in enumerate(value))


def _wordings(value: Any, path: Path, written: Written) -> Iterator[tuple[Path, str]]:
    """Yield each wording of a text; the condition under which one fits is found as well."""
    match value:
        case str():
            yield path, value
        case {"text": str() as text}:
            if isinstance(when := value.get("when"), str):
                written.asked.append(Asked(when, (*path, "when")))
            yield (*path, "text"), text
        case list():
            for number, each in enumerate(value):
                yield from _wordings(each, (*path, number), written)
