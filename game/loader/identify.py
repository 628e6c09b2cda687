"""The ids of a world: collected from the schema's tables, checked, and turned into the vocabulary of expressions.

Knows nothing of expressions themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from keyword import iskeyword

from game.loader.diagnostics import Diagnostics
from game.loader.merge import Merged
from game.loader.positions import Path
from game.loader.schema.kinds import BoundedTable
from game.loader.schema.world import WorldFile
from game.rules.clock import Clock, parse_time
from game.rules.names import CLOCK_WORDS, CONSTANTS, Names

RESERVED = CONSTANTS | {"true", "false", "time", "turn", "roll", "draw"}


def identify(file: WorldFile, merged: Merged, report: Diagnostics) -> tuple[Names, dict[str, Path]]:
    """Return the world's names and where each is written; ids used twice or reserved are reported."""
    reserved = RESERVED | set(CLOCK_WORDS if file.clock else ())
    kinds: dict[str, str] = {}
    written: dict[str, Path] = {}
    for name, kind, path in (*_ids(file), *((fact, "fact", ("facts", fact)) for fact in file.facts)):
        if name in written:
            _report_twice(name, written[name], path, merged, report)
        elif name in reserved or iskeyword(name):
            message, hint = f"'{name}' is a word of the language", f"call it otherwise, such as 'the_{name}'"
            source, offset, length = merged.key(path)
            report.error("W005", message, source, offset, length=length, hint=hint)
        written.setdefault(name, path)
        if kind != "fact":
            kinds.setdefault(name, kind)
    facts = {name: each.start if isinstance(each, BoundedTable) else each for name, each in file.facts.items()}
    bounds = dict(_bounds(file, merged, report))
    tags = frozenset(tag for scene in file.scene for choice in scene.choice for tag in choice.tags)
    return Names(kinds, facts, clock=_clock(file), shown=dict(file.values), bounds=bounds, tags=tags), written


def _bounds(file: WorldFile, merged: Merged, report: Diagnostics) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the bounds of each fact that has them; a number at first outside of its own is reported."""
    for name, each in file.facts.items():
        if not isinstance(each, BoundedTable):
            continue
        if not each.min <= each.start <= each.max:
            source, position = merged.locate(("facts", name, "start"))
            message = f"'{name}' is {each.start} at first, which is not within {each.min} and {each.max}"
            report.error("W003", message, source, position.value, length=len(str(each.start)))
        yield name, (each.min, each.max)


def _clock(file: WorldFile) -> Clock | None:
    if file.clock is None:
        return None
    parts = {name: parse_time(begins) for name, begins in file.clock.parts.items()}
    return Clock(parse_time(file.clock.start), file.clock.minutes, parts)


def _report_twice(name: str, first: Path, again: Path, merged: Merged, report: Diagnostics) -> None:
    source, offset, length = merged.key(again)
    message = f"the id '{name}' is already used in {merged.where(first)}"
    report.error("W004", message, source, offset, length=length, hint="give one of them another id")


def _ids(file: WorldFile) -> Iterator[tuple[str, str, Path]]:
    for kind, table in (("place", file.place), ("thing", file.thing), ("person", file.person), ("quest", file.quest)):
        yield from ((name, kind, (kind, name)) for name in table)
    for name, person in file.person.items():
        yield from ((each.id, "knowledge", ("person", name, "knows", n, "id")) for n, each in enumerate(person.knows))
        offers = enumerate(person.offers)
        yield from ((each.id, "offer", ("person", name, "offers", n, "id")) for n, each in offers if each.id)
    for number, scene in enumerate(file.scene):
        yield scene.id, "scene", ("scene", number, "id")
        for n, choice in enumerate(scene.choice):
            if choice.id:
                yield choice.id, "choice", ("scene", number, "choice", n, "id")
    yield from ((name, "table", ("table", name)) for name in file.table)
    yield from ((each.id, "secret", ("secret", n, "id")) for n, each in enumerate(file.secret))
    if file.clock:
        yield from ((name, "daypart", ("clock", "parts", name)) for name in file.clock.parts)
    yield from ((each.id, "rule", ("rule", n, "id")) for n, each in enumerate(file.rule) if each.id)
    yield from ((each.id, "ending", ("ending", n, "id")) for n, each in enumerate(file.ending))
