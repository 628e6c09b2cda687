"""All of a run as JSON Lines: a line of which version this is, then a record on each, as exported and as taken back.

Knows nothing of how records are kept. A line is an object of one key, which says what it is:
`{"turn": {"id": 1, "parent": null, …}}`. Text forms of actions, events, states and tellings stay text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from pydantic import BaseModel, ConfigDict, ValidationError

from game.storage.records import Bookmark, Here, Meta, Pick, Record, Setting, Telling, Turn, WorldCopy
from game.story.clean import clean_json

VERSION = 1
_NAMES: dict[type[Record], str] = {
    Meta: "meta",
    WorldCopy: "world",
    Turn: "turn",
    Telling: "telling",
    Pick: "pick",
    Bookmark: "bookmark",
    Setting: "setting",
    Here: "here",
}


class _Line(BaseModel):
    """A line as it is taken back: exactly one of these."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    loreloom_run: int | None = None
    meta: Meta | None = None
    world: WorldCopy | None = None
    turn: Turn | None = None
    telling: Telling | None = None
    pick: Pick | None = None
    bookmark: Bookmark | None = None
    setting: Setting | None = None
    here: Here | None = None


def to_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield the lines of a run's records, each with its line feed."""
    yield _line({"loreloom_run": VERSION})
    for record in records:
        yield _line({_NAMES[type(record)]: asdict(record)})


def version_in(line: bytes) -> int:
    """Return the version that a first line names. Raises ValueError."""
    version = _read(line).loreloom_run
    if version is None:
        raise ValueError("it names no version")
    return version


def record_in(line: bytes) -> Record:
    """Return the record on a line. Raises ValueError, whose text says what does not fit."""
    read = _read(line)
    for name in _NAMES.values():
        record: Record | None = getattr(read, name)
        if record is not None:
            return record
    raise ValueError("it is no record")


def _read(line: bytes) -> _Line:
    try:
        read = _Line.model_validate_json(line)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join(str(each) for each in fault["loc"])
        raise ValueError(f"{where}: {fault['msg']}" if where else fault["msg"]) from error
    if len(read.model_fields_set) != 1:
        raise ValueError("a line has one key, which says what it is")
    return read


def _line(value: dict[str, object]) -> str:
    return clean_json(json.dumps(value, ensure_ascii=False, separators=(",", ":"))) + "\n"
